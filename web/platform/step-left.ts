// Whether one of the first steps is still to do: what is right as it stands can then be saved as it is.
import type { FirstStep } from '../../contract/demo.ts';
import { useAsk } from './queries.ts';
import { useMay } from './session.tsx';

export function useStepLeft(step: FirstStep): boolean {
  const keeps = useMay('settings', 'change');
  const { data } = useAsk('demo.steps', {}, { enabled: keeps });
  return data?.rows.some((row) => row.step === step && !row.done) ?? false;
}
