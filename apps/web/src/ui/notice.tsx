import { CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';

const looks = {
  calm: { icon: Info, colours: 'border-sea bg-sea-wash' },
  good: { icon: CircleCheck, colours: 'border-good bg-good-wash' },
  care: { icon: TriangleAlert, colours: 'border-amber-edge bg-amber-wash' },
  bad: { icon: TriangleAlert, colours: 'border-bad bg-bad-wash' },
};

interface NoticeProps {
  readonly kind: keyof typeof looks;
  readonly title: string;
  readonly children?: ReactNode;
  /** Read aloud as it appears. */
  readonly announced?: boolean;
}

/** Something to know before going on. */
export const Notice = ({ kind, title, children, announced = false }: NoticeProps) => {
  const { icon: Icon, colours } = looks[kind];
  return (
    <div
      {...(announced && { role: 'status' })}
      className={classes('flex gap-3 rounded-control border-s-4 px-4 py-3', colours)}
    >
      <Icon aria-hidden className="mt-0.5 size-5 shrink-0" />
      <div className="flex min-w-0 flex-col gap-1">
        <p className="font-semibold">{title}</p>
        {children}
      </div>
    </div>
  );
};
