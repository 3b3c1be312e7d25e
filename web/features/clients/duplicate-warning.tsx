// While the card is typed: who is already there with this name, phone, e-mail or INN.
import { Alert, Anchor } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useAsk } from '../../platform/queries.ts';
import { useWords } from '../../platform/texts.tsx';
import type { TextId } from '../../texts/ids.ts';
import type { ClientDraft } from './client-form.ts';

const pause = 350; // ms
const longestName = 500;

/** What a client is known by; a saved card warns only of what is being typed into it. */
const keys = ['name', 'inn', 'phones', 'emails'] as const;

type DuplicateWarningProps = {
  draft: ClientDraft;
  first: ClientDraft;
  exceptId: number | undefined;
  onOpen(id: number): void;
  /** Given where the card's client may be merged with another. */
  onMerge: ((id: number) => void) | undefined;
};

export function DuplicateWarning({ draft, first, exceptId, onOpen, onMerge }: DuplicateWarningProps) {
  const { say } = useWords();
  const typed = JSON.stringify({
    exceptId,
    name: draft.name.slice(0, longestName),
    inn: draft.inn.slice(0, 50),
    phones: draft.phones.slice(0, 20).map(({ value }) => value.slice(0, 200)),
    emails: draft.emails.slice(0, 20).map(({ value }) => value.slice(0, 320)),
  });
  const [settled] = useDebouncedValue(typed, pause);
  const { data } = useAsk('clients.duplicates', JSON.parse(settled), {
    enabled: draft.name.length > 2 || draft.inn !== '' || draft.phones.length > 0 || draft.emails.length > 0,
  });
  const touched = keys.some((key) => JSON.stringify(draft[key]) !== JSON.stringify(first[key]));
  if (!touched || !data || data.rows.length === 0) return null;
  return (
    <Alert role="status" title={say('client.duplicates')} mx={16} mt={12}>
      {data.rows.map(({ id, name, responsibleName, by }) => (
        <div key={id}>
          {name ? (
            <Anchor component="button" type="button" onClick={() => onOpen(id)}>
              {name}
            </Anchor>
          ) : (
            say('client.hidden')
          )}
          {' · '}
          {by.map((key) => say(`client.by.${key}` as TextId)).join(', ')}
          {responsibleName && ` · ${responsibleName}`}
          {name && onMerge && (
            <>
              {' · '}
              <Anchor
                component="button"
                type="button"
                aria-label={`${say('client.mergeWith')} ${name}`}
                onClick={() => onMerge(id)}
              >
                {say('client.mergeWith')}
              </Anchor>
            </>
          )}
        </div>
      ))}
    </Alert>
  );
}
