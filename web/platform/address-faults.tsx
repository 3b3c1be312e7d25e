// What in an address was not understood: it is left out, and said above what is shown instead.
import { Alert } from '@mantine/core';
import type { ViewFault } from '../../contract/kit/view-url.ts';
import type { TextId } from '../texts/ids.ts';
import { fieldName } from './refusal-text.ts';
import { useWords } from './texts.tsx';

export function AddressFaults({ faults }: { faults: ViewFault[] }) {
  const words = useWords();
  if (faults.length === 0) return null;
  return (
    <Alert mx={12} mb={6} role="alert">
      {faults
        .map(({ path, code }) => `${fieldName(words, path)}: ${words.say(`refusal.${code}` as TextId)}`)
        .join(' · ')}
    </Alert>
  );
}
