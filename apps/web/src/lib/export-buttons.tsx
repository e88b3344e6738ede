import { Download } from 'lucide-react';
import { Button } from '../ui/button.tsx';

const formats = ['csv', 'xlsx'] as const;
type Format = (typeof formats)[number];

interface ExportButtonsProps {
  readonly kind?: 'secondary' | 'quiet';
  readonly isPending: boolean;
  readonly label: (format: Format) => string;
  readonly onExport: (format: Format) => void;
}

/** Takes a list along as a spreadsheet, in either format. */
export const ExportButtons = ({ kind = 'secondary', isPending, label, onExport }: ExportButtonsProps) =>
  formats.map((format) => (
    <Button key={format} kind={kind} isPending={isPending} onPress={() => onExport(format)}>
      <Download aria-hidden className="size-5" />
      {label(format)}
    </Button>
  ));
