/** The portal's own sign and name: a low sun over two waves. */
export const Mark = () => (
  <span className="inline-flex items-center gap-2.5">
    <svg aria-hidden viewBox="0 0 32 32" fill="none" strokeWidth="2.6" strokeLinecap="round" className="size-8">
      <circle cx="16" cy="10" r="4" className="fill-amber" />
      <path d="M3 19c4.3 0 4.3-3 8.7-3s4.3 3 8.6 3 4.4-3 8.7-3" stroke="currentColor" />
      <path d="M3 26c4.3 0 4.3-3 8.7-3s4.3 3 8.6 3 4.4-3 8.7-3" stroke="currentColor" opacity="0.55" />
    </svg>
    <span className="text-h2 font-bold tracking-tight" translate="no">
      Bliżej
    </span>
  </span>
);
