// What was done, and when the next one is of a task that repeats.
import { useFormat } from '../../platform/format.ts';
import { useSay } from '../../platform/texts.tsx';

export function useAndAgain() {
  const say = useSay();
  const format = useFormat();
  return (text: string, next: { at: string; hasTime: boolean } | null) =>
    next ? say('task.andAgain', { text, when: format.moment(next.at, next.hasTime) }) : text;
}
