// The window of a card that is not there, or not for this person.
import type { ReactNode } from 'react';
import { ErrorState } from '../kit/states/empty-state.tsx';
import { CardWindow } from '../kit/window/card-window.tsx';
import { useKitLabels } from '../platform/kit-labels.ts';
import { refusalText } from '../platform/refusal-text.ts';
import { useWords } from '../platform/texts.tsx';

type MissingCardProps = {
  error: unknown;
  onClose(): void;
  /** Where what was looked for is instead. */
  action?: ReactNode;
};

export function MissingCard({ error, onClose, action }: MissingCardProps) {
  const words = useWords();
  const labels = useKitLabels();
  return (
    <CardWindow
      title={words.say('fault.noPage')}
      labels={labels.window}
      place={null}
      onPlaceChange={() => {}}
      onClose={onClose}
      focusInside={Boolean(action)}
      size={{ width: 420, height: 260 }}
    >
      <ErrorState title={refusalText(words, error)} action={action} />
    </CardWindow>
  );
}
