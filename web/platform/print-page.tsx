// A page that is there to be printed: how the paper lies, the buttons, the sheets, and the way back.
import { Button, SegmentedControl } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconFileTypePdf, IconPrinter, IconX } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { ErrorState } from '../kit/states/empty-state.tsx';
import { tip } from '../kit/tip.ts';
import { FileLink } from './file-link.tsx';
import { helpBeside } from './help.ts';
import { HelpButton } from './help-button.tsx';
import { refusalText } from './refusal-text.ts';
import { useMe } from './session.tsx';
import { type Laid, type Paper, Sheets } from './sheets/sheets.tsx';
import { useSay, useWords } from './texts.tsx';

type PrintPageProps = {
  /** What is printed, in words: the name that a file made of it gets. */
  title: string;
  /** How the paper lies until one says otherwise. */
  first: Paper;
  ready: boolean;
  /** The screen that shows the same, for who came here by the address. */
  home: string;
  /** The address of the same as a file, as the paper lies; left out: there is none. */
  pdf?: ((paper: Paper) => string) | undefined;
  /** Beside the buttons: how much there is, other forms to take it in. */
  actions?: ReactNode;
  children: ReactNode;
};

export function PrintPage({ title, first, ready, home, pdf, actions, children }: PrintPageProps) {
  const say = useSay();
  const [paper, setPaper] = useState(first);
  const [laid, setLaid] = useState<Laid>({ count: 0, whole: false });
  const leave = useLeave(home);
  usePrintKeys(leave);
  useDocumentTitle(title);
  return (
    <div className="print-page">
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
          disabled={!ready || !laid.whole}
          onClick={() => window.print()}
        >
          {say('task.print')}
        </Button>
        {pdf && (
          <FileLink href={pdf(paper)} icon={<IconFileTypePdf size={16} stroke={1.5} />}>
            PDF
          </FileLink>
        )}
        {actions}
        {ready && !laid.whole && <span role="status">{say('print.laying', { count: laid.count })}</span>}
        <span className="print-bar-end">
          <HelpButton topic="print" />
          <Button
            {...tip(`${say('kit.close')} · Esc`)}
            variant="default"
            leftSection={<IconX size={16} stroke={1.5} />}
            onClick={leave}
          >
            {say('kit.close')}
          </Button>
        </span>
      </div>
      <Sheets paper={paper} onLaid={setLaid}>
        {children}
      </Sheets>
    </div>
  );
}

/** In the place of the paper that there is not: why, and the way back to the screen. */
export function PrintFailure({ error, home }: { error: unknown; home: string }) {
  const words = useWords();
  const leave = useLeave(home);
  usePrintKeys(leave);
  return (
    <ErrorState
      title={error ? refusalText(words, error) : words.say('fault.noPage')}
      action={
        <Button {...tip(`${words.say('kit.close')} · Esc`)} variant="default" onClick={leave}>
          {words.say('kit.close')}
        </Button>
      }
    />
  );
}

/** By whose clock the paper says its hours, as long as the two differ: paper goes to people who cannot look it up. */
export function useClockWords(whose: 'reader' | 'firm'): string {
  const say = useSay();
  const { firm, appearance } = useMe();
  const mine = appearance.timeZone ?? firm.timeZone;
  return mine === firm.timeZone ? '' : say('print.clock', { zone: whose === 'firm' ? firm.timeZone : mine });
}

/** Milliseconds after which a tab that was to close is still there. */
const stillHere = 100;

/** Closes a tab that was opened for the paper; a browser keeps one that was not, and it goes back to where one came from. */
function useLeave(home: string): () => void {
  const { history, navigate } = useRouter();
  return useCallback(() => {
    window.close();
    setTimeout(() => (history.canGoBack() ? history.back() : navigate({ href: home })), stillHere);
  }, [history, navigate, home]);
}

/** Esc leaves, `?` helps: the shell with its own keys is not here. */
function usePrintKeys(leave: () => void): void {
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === '?') helpBeside.show();
      if (key !== 'Escape') return;
      if (helpBeside.read().shown) helpBeside.close();
      else leave();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [leave]);
}
