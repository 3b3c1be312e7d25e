// What clients can be filtered by; values come from the directories themselves, groups among them.
import { useMemo } from 'react';
import type { PickSearch } from '../../kit/fields/use-pick-options.ts';
import { type References, searchTags } from '../../platform/references.ts';
import { useSay } from '../../platform/texts.tsx';

type Picked = { field: string; title: string; search: PickSearch; nameOf(value: string): string };
type Named = Picked | { field: string; title: string; by: 'text' | 'days' };

const tags = searchTags('clients');

export function useClientFilters(references: References): Named[] {
  const say = useSay();
  return useMemo(() => {
    const { entryName, personName, groupPath, searchEntries, searchPeople } = references;
    const entry = (value: string) => entryName(Number(value));
    const person = (value: string) => {
      if (value === 'me') return say('view.me');
      return /^g\d+$/.test(value) ? groupPath(Number(value.slice(1))) : personName(Number(value));
    };
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
        nameOf: entry,
      },
      {
        field: 'type',
        title: say('field.clientTypeId'),
        search: searchEntries('clientTypes'),
        nameOf: entry,
      },
      {
        field: 'origin',
        title: say('field.originId'),
        search: searchEntries('clientOrigins'),
        nameOf: entry,
      },
      { field: 'responsible', title: say('field.responsibleId'), search: withMe, nameOf: person },
      {
        field: 'group',
        title: say('field.groupId'),
        search: groups,
        nameOf: (value) => groupPath(Number(value.replace(/^g/, ''))) || value,
      },
      { field: 'tags', title: say('field.tags'), search: tags, nameOf: (value) => value },
      { field: 'name', title: say('field.name'), by: 'text' },
      { field: 'line', title: say('field.line'), by: 'text' },
      { field: 'actualAddress', title: say('field.actualAddress'), by: 'text' },
      { field: 'author', title: say('client.author'), search: withMe, nameOf: person },
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
