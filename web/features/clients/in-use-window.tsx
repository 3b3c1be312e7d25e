// Clients that are in use are not deleted: one can be replaced with another, all can be archived.
import type { Chosen } from '../../../contract/clients.ts';
import { useDo } from '../../platform/deeds.tsx';
import { InUse as Window } from '../../platform/in-use.tsx';
import { searchClients } from '../../platform/references.ts';
import { useMay } from '../../platform/session.tsx';
import { useSay } from '../../platform/texts.tsx';
import type { Use } from '../../platform/uses.tsx';

export type InUse = { chosen: Chosen; uses: Use[]; ids: number[] };

export function InUseWindow({ chosen, uses, ids, onClose }: InUse & { onClose(): void }) {
  const say = useSay();
  const act = useDo();
  const mayChange = useMay('clients', 'change');
  const [single] = ids.length === 1 ? ids : [];
  return (
    <Window
      title={say('client.inUse', { count: ids.length })}
      lead={say('client.inUseText', { count: ids.length })}
      uses={uses}
      value={ids.join(',')}
      search={single !== undefined && mayChange ? searchClients : undefined}
      onReplace={async (other) =>
        single !== undefined &&
        act(
          'clients.replace',
          { from: single, to: other.id, remove: true },
          { text: ({ changed }) => say('client.replaced', { name: other.name, count: changed }) },
        )
      }
      archive={{
        text: say('client.archiveText', { count: ids.length }),
        label: say('client.archive'),
        onArchive: () =>
          act(
            'clients.archive',
            { chosen, archived: true },
            { text: ({ changed }) => say('client.archivedMany', { count: changed }) },
          ),
      }}
      onClose={onClose}
    />
  );
}
