// The small mark of a task that comes again; its rule in words on hover, and for who hears the screen.
import { VisuallyHidden } from '@mantine/core';
import { IconRepeat } from '@tabler/icons-react';
import { useRepeatWords } from '../../platform/repeat-words.ts';
import { useSay } from '../../platform/texts.tsx';

export function RepeatMark({ rule }: { rule: string | null }) {
  const say = useSay();
  const inWords = useRepeatWords();
  if (rule === null) return null;
  const text = say('repeat.told', { rule: inWords(rule) });
  return (
    <span title={text}>
      <IconRepeat size={14} stroke={1.5} aria-hidden />
      <VisuallyHidden>{text}</VisuallyHidden>
    </span>
  );
}
