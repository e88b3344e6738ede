/** A calm sea with a low sun: an ornament that says nothing which the words do not. */
export const Horizon = () => (
  <svg
    aria-hidden
    viewBox="0 0 1200 260"
    preserveAspectRatio="xMidYMid slice"
    className="h-40 w-full rounded-card bg-sea-wash sm:h-56 forced-colors:hidden print:hidden"
  >
    <circle cx="860" cy="128" r="46" className="fill-amber" />
    <path
      d="M0 134c60 0 60-13 120-13s60 13 120 13c60 0 60-13 120-13s60 13 120 13c60 0 60-13 120-13s60 13 120 13c60 0 60-13 120-13s60 13 120 13c60 0 60-13 120-13s60 13 120 13V260H0z"
      className="fill-map-candidate"
    />
    <path
      d="M-75 174c75 0 75-16 150-16s75 16 150 16c75 0 75-16 150-16s75 16 150 16c75 0 75-16 150-16s75 16 150 16c75 0 75-16 150-16s75 16 150 16c75 0 75-16 150-16s75 16 150 16V260H-75z"
      className="fill-map-member"
    />
    <path
      d="M-120 222c90 0 90-18 180-18s90 18 180 18c90 0 90-18 180-18s90 18 180 18c90 0 90-18 180-18s90 18 180 18c90 0 90-18 180-18s90 18 180 18V260H-120z"
      className="fill-deep"
    />
  </svg>
);
