// Who is signed in, and the firm; asked once, kept fresh by live events.

import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { createContext, use, useState } from 'react';
import type { Queries } from '../../contract/api.ts';
import { mayBringIn } from '../../contract/import-rights.ts';
import type { ImportKind } from '../../contract/imports.ts';
import type { RightKind, Verb } from '../../contract/kit/rights.ts';
import { ask, RefusedError } from './api.ts';
import { ownTab } from './own-tab.ts';

export type Me = Queries['people.me']['output'];

export const meKey = ['people', 'me'] as const;

/** Null: nobody is signed in. */
export const sessionQuery = queryOptions({ queryKey: meKey, queryFn: askMe, staleTime: 60_000, retry: 2 });

/** Undefined: not known yet. */
export const useSession = () => useQuery(sessionQuery);

async function askMe({ signal, client }: { signal: AbortSignal; client: QueryClient }): Promise<Me | null> {
  try {
    const me = await ask('people.me', {}, signal);
    // Nothing that another person asked is shown to this one.
    if (ownTab(me.person.id)) client.removeQueries({ predicate: ({ queryKey }) => queryKey[1] !== meKey[1] });
    return me;
  } catch (error) {
    if (error instanceof RefusedError && error.status === 401) return null;
    throw error;
  }
}

const OwnMe = createContext<Me | null>(null);

export const MeProvider = OwnMe.Provider;

/** Who is signed in, for `MeProvider`. What stands a moment longer than the session (a toast, a place that the door has not replaced yet) still knows whose it was. */
export function useLastMe(): Me | null {
  const { data = null } = useSession();
  const [last, setLast] = useState(data);
  if (data && data !== last) setLast(data);
  return data ?? last;
}

/** Who is signed in; only where somebody is. */
export function useMe(): Me {
  const me = use(OwnMe);
  if (!me) throw new Error('nobody is signed in');
  return me;
}

/** The kinds of tables that the person may bring in. */
export function useBroughtIn(): ImportKind[] {
  const { rights } = useMe().role;
  const may = (kind: ImportKind, verb: Verb) => rights[kind][verb] !== 'none';
  return (['clients', 'tasks'] as const).filter((kind) => mayBringIn(may, kind));
}

/** Whether the person may do this to at least some records of the kind; each row says itself what may be done to it. */
export function useMay(kind: RightKind, verb: Verb): boolean {
  return useMe().role.rights[kind][verb] !== 'none';
}

/** Whether the person may do this to a record of that owner, as far as a screen knows: whom "the group's" reaches only the house can tell. */
export function useMayFor(kind: RightKind, verb: Verb): (owner: number | null) => boolean {
  const { person, role } = useMe();
  const level = role.rights[kind][verb];
  return (owner) => (level === 'own' ? owner === person.id : level !== 'none');
}
