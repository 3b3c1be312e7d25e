// A page that is there to be printed: how the paper lies, the button, and the sheet itself with numbered pages.
import { Button, SegmentedControl } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { HelpButton } from './help-button.tsx';
import { useSay } from './texts.tsx';

export type Paper = 'landscape' | 'portrait';

type PrintPageProps = {
  /** What is printed, in words: the name that a file made of it gets. */
  title: string;
  /** How the paper lies until one says otherwise. */
  first: Paper;
  ready: boolean;
  /** Beside the buttons: how much there is, other forms to take it in, as the paper lies. */
  actions?(paper: Paper): ReactNode;
  children: ReactNode;
};

export function PrintPage({ title, first, ready, actions, children }: PrintPageProps) {
  const say = useSay();
  const [paper, setPaper] = useState(first);
  useDocumentTitle(title);
  return (
    <div className="print-page">
      <style>{`@page { size: A4 ${paper}; margin: 12mm 10mm 14mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 9pt; } }`}</style>
      <div className="print-bar">
        <SegmentedControl
          value={paper}
          onChange={(next) => setPaper(next as Paper)}
          data={[
            { value: 'landscape', label: say('print.landscape') },
            { value: 'portrait', label: say('print.portrait') },
          ]}
        />
        <Button
          leftSection={<IconPrinter size={16} stroke={1.5} />}
          disabled={!ready}
          onClick={() => window.print()}
        >
          {say('task.print')}
        </Button>
        {actions?.(paper)}
        <HelpButton topic="print" />
      </div>
      {children}
    </div>
  );
}
