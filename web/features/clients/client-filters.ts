// What clients can be filtered by; values come from the directories themselves, groups among them.
import { useMemo } from 'react';
import type { PickSearch } from '../../kit/fields/use-pick-options.ts';
import type { References } from '../../platform/references.ts';
import { useSay } from '../../platform/texts.tsx';

type Named = { field: string; title: string; search: PickSearch; nameOf(value: string): string };

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
        field: 'archived',
        title: say('field.archived'),
        search: flags,
        nameOf: (value: string) => say(value === 'yes' ? 'view.yes' : 'view.no'),
      },
    ];
  }, [references, say]);
}
