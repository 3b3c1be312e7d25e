// Days are those of the firm: said where the reader's hours are by another clock.
import { useMe } from './session.tsx';
import { useSay } from './texts.tsx';

/** Empty where both are by the same clock. */
export function useFirmDays(): string {
  const say = useSay();
  const { firm, appearance } = useMe();
  const isOther = appearance.timeZone && appearance.timeZone !== firm.timeZone;
  return isOther ? say('task.firmDays', { zone: firm.timeZone }) : '';
}
