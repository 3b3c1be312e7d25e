// Writes of people with their toasts. A deletion refused because the person is named somewhere is told to the caller.
import { useMemo } from 'react';
import type { Person } from '../../../contract/people.ts';
import type { RefusedError } from '../../platform/api.ts';
import { useDo } from '../../platform/deeds.tsx';
import { useSay } from '../../platform/texts.tsx';
import { type Use, usesIn } from '../../platform/uses.tsx';

export type PersonFields = Pick<Person, 'name' | 'email' | 'phone' | 'position' | 'groupId' | 'roleId'>;
type OnRefused = (refusal: RefusedError['refusal']) => boolean;

export type PersonDeeds = ReturnType<typeof usePersonDeeds>;

export function usePersonDeeds(onInUse: (person: Person, uses: Use[]) => void) {
  const act = useDo();
  const say = useSay();
  return useMemo(() => {
    const told = (id: Parameters<typeof say>[0], { name }: { name: string }) => ({ text: say(id, { name }) });
    return {
      create: (fields: PersonFields, onRefused: OnRefused) =>
        act('people.create', fields, { ...told('person.created', fields), onRefused }),
      change: (person: Person, set: Partial<PersonFields>, onRefused: OnRefused = () => false) =>
        act(
          'people.change',
          { id: person.id, version: person.version, set },
          { ...told('person.changed', { ...person, ...set }), onRefused },
        ),
      invite: ({ id }: Person) => act('people.invite', { id }),
      block: (person: Person) => {
        const blocked = person.status !== 'blocked';
        return act(
          'people.block',
          { id: person.id, blocked },
          told(blocked ? 'person.blocked' : 'person.letIn', person),
        );
      },
      handOver: (from: Person, to: { id: number; name: string }) =>
        act(
          'tasks.handOver',
          { fromId: from.id, toId: to.id },
          {
            text: ({ clients, tasks, views }) =>
              say('person.handedOver', { from: from.name, to: to.name, clients, tasks, views }),
          },
        ),
      remove: (person: Person) =>
        act(
          'people.delete',
          { id: person.id },
          {
            ...told('person.deleted', person),
            onRefused: (refusal) => {
              const uses = usesIn(refusal);
              if (uses.length > 0) onInUse(person, uses);
              return uses.length > 0;
            },
          },
        ),
    };
  }, [act, say, onInUse]);
}
