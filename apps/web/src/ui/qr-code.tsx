import { encode } from 'uqr';

interface QrCodeProps {
  /** What a camera reads. */
  readonly text: string;
  readonly label: string;
}

/** A QR code as one path: a square of one unit for each dark module, with the quiet border that cameras need. */
export const QrCode = ({ text, label }: QrCodeProps) => {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-56 max-w-full rounded-control border border-line bg-qr-light"
    >
      <path d={path} className="fill-qr-dark" />
    </svg>
  );
};
