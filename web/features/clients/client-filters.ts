// What clients can be filtered by; values come from the directories themselves, groups among them.
import { useMemo } from 'react';
import type { PickSearch } from '../../kit/fields/use-pick-options.ts';
import { entryValues, type FilterValues, groupValues, personValues } from '../../platform/filter-values.ts';
import { type References, searchTags } from '../../platform/references.ts';
import { useSay } from '../../platform/texts.tsx';

type Picked = { field: string; title: string; search: PickSearch } & Pick<FilterValues, 'nameOf'> &
  Partial<FilterValues>;
type Named = Picked | { field: string; title: string; by: 'text' | 'days' };

const tags = searchTags('clients');

export function useClientFilters(references: References): Named[] {
  const say = useSay();
  return useMemo(() => {
    const { searchEntries, searchPeople } = references;
    const known = personValues(references, say('view.me'));
    const people = searchPeople(true);
    const groups = references.searchClientGroups();
    const withMe: PickSearch = async (text, signal) => [
      ...(text === '' ? [{ value: 'me', label: say('view.me') }] : []),
      ...(await people(text, signal)),
    ];
    const flags: PickSearch = async () => [
      { value: 'no', label: say('view.no') },
      { value: 'yes', label: say('view.yes') },
    ];
    return [
      {
        field: 'status',
        title: say('field.statusId'),
        search: searchEntries('clientStatuses'),
        ...entryValues(references, 'clientStatuses'),
      },
      {
        field: 'type',
        title: say('field.clientTypeId'),
        search: searchEntries('clientTypes'),
        ...entryValues(references, 'clientTypes'),
      },
      {
        field: 'origin',
        title: say('field.originId'),
        search: searchEntries('clientOrigins'),
        ...entryValues(references, 'clientOrigins'),
      },
      { field: 'responsible', title: say('field.responsibleId'), search: withMe, ...known },
      {
        field: 'group',
        title: say('field.groupId'),
        search: groups,
        ...groupValues(references, 'clients'),
      },
      { field: 'tags', title: say('field.tags'), search: tags, nameOf: (value) => value },
      { field: 'name', title: say('field.name'), by: 'text' },
      { field: 'line', title: say('field.line'), by: 'text' },
      { field: 'actualAddress', title: say('field.actualAddress'), by: 'text' },
      { field: 'author', title: say('client.author'), search: withMe, ...known },
      { field: 'created', title: say('field.createdAt'), by: 'days' },
      {
        field: 'archived',
        title: say('field.archived'),
        search: flags,
        nameOf: (value: string) => say(value === 'yes' ? 'view.yes' : 'view.no'),
      },
    ];
  }, [references, say]);
}
