// What tasks can be filtered by; values come from the directories themselves, groups among them.
import { useMemo } from 'react';
import type { PickSearch } from '../../kit/fields/use-pick-options.ts';
import { entryValues, type FilterValues, personValues, valuesOf } from '../../platform/filter-values.ts';
import { type References, searchClients, searchTags } from '../../platform/references.ts';
import { type Say, useSay } from '../../platform/texts.tsx';

type Picked = { field: string; title: string; search: PickSearch } & Pick<FilterValues, 'nameOf'> &
  Partial<FilterValues>;
type Named = Picked | { field: string; title: string; by: 'text' | 'days' };

const tags = searchTags('tasks');

function flags(yes: string, no: string): Pick<Picked, 'search' | 'nameOf'> {
  const names: Record<string, string> = { yes, no };
  return {
    search: async () => Object.entries(names).map(([value, label]) => ({ value, label })),
    nameOf: (value) => names[value] ?? value,
  };
}

/** «Я» first, then managers in their groups. */
function withMe(search: PickSearch, say: Say): PickSearch {
  return async (text, signal) => {
    const found = await search(text, signal);
    return text === '' ? [{ value: 'me', label: say('view.me') }, ...found] : found;
  };
}

/** Client names that a filter in the address names are asked by the page and passed as `clientName`. */
export function useTaskFilters(references: References, clientName: (id: number) => string): Named[] {
  const say = useSay();
  return useMemo(() => {
    const people = personValues(references, say('view.me'));
    return [
      {
        field: 'state',
        title: say('field.stateId'),
        search: references.searchEntries('taskStates'),
        ...entryValues(references, 'taskStates'),
      },
      {
        field: 'manager',
        title: say('field.managerId'),
        search: withMe(references.searchPeople(true), say),
        ...people,
      },
      {
        field: 'type',
        title: say('field.typeId'),
        search: references.searchEntries('taskTypes', true),
        ...entryValues(references, 'taskTypes', 'taskTypes'),
      },
      {
        field: 'client',
        title: say('field.clientId'),
        search: withGroups(references),
        ...valuesOf(references, 'clients', clientName),
      },
      { field: 'open', title: say('task.isOpen'), ...flags(say('task.openOnes'), say('task.closedOnes')) },
      {
        field: 'overdue',
        title: say('task.overdue'),
        ...flags(say('task.overdueOnes'), say('task.timelyOnes')),
      },
      {
        field: 'author',
        title: say('field.authorId'),
        search: withMe(references.searchPeople(), say),
        ...people,
      },
      { field: 'tags', title: say('field.tags'), search: tags, nameOf: (value) => value },
      { field: 'description', title: say('field.description'), by: 'text' },
      { field: 'results', title: say('field.results'), by: 'text' },
      { field: 'deadline', title: say('field.deadline'), by: 'days' },
      { field: 'setAt', title: say('field.setAt'), by: 'days' },
      { field: 'doneAt', title: say('field.doneAt'), by: 'days' },
    ];
  }, [say, references, clientName]);
}

/** The tree of client groups, then clients as one types. */
function withGroups(references: References): PickSearch {
  return async (text, signal) => {
    const clients = await searchClients(text, signal);
    return text === '' ? [...references.clientGroupOptions(), ...clients] : clients;
  };
}
