// Words that a colleague's were chosen over: brought back they are asked about again, or stand in the card opened anew.
import { useEffect, useRef } from 'react';
import { type Clash, type ClashField, reclaimed } from './clash.ts';
import { putDraft, writtenAs } from './held-draft.ts';
import { useTellUnsaved } from './unsaved-words.tsx';

type Card<Input, Row> = {
  /** By which the draft of the card is kept. */
  nameOf(row: Row): string;
  /** What the card begins with. */
  draftOf(row: Row): object;
  /** What was written, in the words of the card. */
  wordsOf(input: Input): string;
  /** Opens the card again, after it was closed. */
  onReopen(): void;
};

/** `ask`: shows the clash again, while the card is open. */
export function useTellGivenUp<Input extends object, Row extends Input>(
  { nameOf, draftOf, wordsOf, onReopen }: Card<Input, Row>,
  ask: (clash: Clash<Input, Row>) => void,
): (clash: Clash<Input, Row>, given: ClashField<Input>[]) => void {
  const tellUnsaved = useTellUnsaved();
  const isOpen = useRef(false);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  return (clash, given) => {
    const { theirs } = clash;
    const again = reclaimed(clash, given);
    tellUnsaved({
      words: wordsOf(again.mine),
      onReturn: () => {
        if (isOpen.current) return ask(again);
        putDraft(writtenAs(nameOf(theirs), { changes: again.mine, base: draftOf(theirs), seen: theirs }));
        onReopen();
      },
    });
  };
}
