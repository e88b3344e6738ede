// Preloaded into the api by the tools that start it: when its parent is gone, even by kill -9, the api stops as well and
// leaves the port free. The parent's end is seen by the channel between the two.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
