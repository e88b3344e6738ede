import { describe, expect, test } from '@jest/globals';
import { inTurns } from './turns.ts';

describe('Taking turns', () => {
  test('lets so many run at once and no more, in the order in which they came', async () => {
    const turn = inTurns(2);
    let running = 0;
    let most = 0;
    const ended: number[] = [];
    const deed = (n: number) =>
      turn(async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resume) => setTimeout(resume, 1));
        running -= 1;
        ended.push(n);
      });
    await Promise.all(Array.from({ length: 20 }, (_, n) => deed(n)));
    expect(most).toBe(2);
    expect(ended).toEqual(Array.from({ length: 20 }, (_, n) => n));
  });

  test('asks whoever finds the queue full to come again, and takes the next once there is room', async () => {
    const turn = inTurns(1, 2);
    const deeds = Array.from({ length: 4 }, (_, n) => turn(() => Promise.resolve(n)));
    await expect(deeds[3]).rejects.toMatchObject({ slug: 'unavailable', extras: { retryAfter: 5 } });
    expect(await Promise.all(deeds.slice(0, 3))).toEqual([0, 1, 2]);
    expect(await turn(() => Promise.resolve('room'))).toBe('room');
  });

  test('gives the place on where a deed fails', async () => {
    const turn = inTurns(1);
    const failing = turn(() => Promise.reject(new Error('no')));
    const next = turn(() => Promise.resolve('yes'));
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('yes');
    expect(await turn(() => Promise.resolve('again'))).toBe('again');
  });
});
