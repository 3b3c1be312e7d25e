// Clients: the tree of groups at the left, saved views, the view in chips, the list.
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { ClientRow } from '../../contract/clients.ts';
import { useClientFilters } from '../features/clients/client-filters.ts';
import { ClientList } from '../features/clients/client-list.tsx';
import { GroupsPanel } from '../features/groups/groups-panel.tsx';
import { ViewBar } from '../features/views/view-bar.tsx';
import { ViewTabs } from '../features/views/view-tabs.tsx';
import { Forbidden } from '../kit/states/empty-state.tsx';
import { ask } from '../platform/api.ts';
import { useCards } from '../platform/cards.ts';
import { chooseGroup, chosenGroup } from '../platform/group-filter.ts';
import { type ListRequests, useListRows, useListView } from '../platform/list-view.ts';
import { useReferences } from '../platform/references.ts';
import { useMay } from '../platform/session.tsx';
import { useSay } from '../platform/texts.tsx';

/** Archived clients are shown when asked for. */
const fallback = { 'f.archived': 'no' };

const requests: ListRequests<ClientRow> = {
  of: 'clients',
  list: (parameters, signal) => ask('clients.list', parameters, signal),
  count: (parameters, signal) => ask('clients.count', parameters, signal),
};

export function ClientsPage() {
  const say = useSay();
  const mayView = useMay('clients', 'view');
  if (!mayView) return <Forbidden title={say('client.forbidden')} text={say('fault.askKeeper')} />;
  return <Clients />;
}

function Clients() {
  const list = useListView('clients', fallback);
  const references = useReferences();
  const rows = useListRows(requests, list.parameters);
  const filters = useClientFilters(references);
  const { open } = useCards();
  const navigate = useNavigate();
  const group = chosenGroup(list.view.where);
  return (
    <div className="place-with-tree">
      <GroupsPanel tree="clients" selected={group} onSelect={(id) => chooseGroup(list, id)} />
      <ClientList
        list={list}
        rows={rows}
        references={references}
        onOpen={({ id }) => open('clients', id)}
        onCreate={useCallback(
          () => open('clients', null, group === null ? '' : `group=${group}`),
          [open, group],
        )}
        onImport={() => navigate({ to: '/import' })}
        head={(actions) => (
          <>
            <ViewTabs of="clients" list={list} fallback={fallback} />
            <ViewBar list={list} fields={filters} withInterval={false} withSearch actions={actions} />
          </>
        )}
      />
    </div>
  );
}
