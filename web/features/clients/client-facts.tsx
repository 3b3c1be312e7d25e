// Beside the title of the card: archived or not, and whose.
import { Badge } from '@mantine/core';
import type { Client } from '../../../contract/clients.ts';
import type { References } from '../../platform/references.ts';
import { useSay } from '../../platform/texts.tsx';

export function ClientFacts({ client, references }: { client: Client; references: References }) {
  const say = useSay();
  const status = references.entryName(client.statusId);
  return (
    <>
      {client.archived && (
        <Badge variant="light" color="gray">
          {say('client.archived')}
        </Badge>
      )}
      {status && <Badge variant="light">{status}</Badge>}
    </>
  );
}
