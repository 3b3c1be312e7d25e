// Live: one connection for all tabs of a browser (six a host are all it has), whose holder tells the others. What is heard only says what to ask anew.
import type { QueryClient } from '@tanstack/react-query';

type Heard = { name: string; of: string | null; ids: number[] | null };
type Message = { kind: 'heard'; heard: Heard[] } | { kind: 'reconnected' };

const lockName = 'voronka.live';
const channelName = 'voronka.live';
const gatherFor = 40; // ms

/** Kinds whose rows show in queries of other kinds: a client's name stands in the list of tasks, a tree shows which groups are in use. */
const shownIn: Record<string, string[]> = {
  tasks: ['tasks', 'calendar', 'reminders', 'demo'],
  clients: ['clients', 'tasks', 'demo'],
  people: ['people', 'groups', 'calendar', 'demo'],
  directories: ['directories', 'groups'],
  firm: ['people', 'calendar', 'demo'],
  workWeeks: ['calendar', 'demo'],
  absences: ['calendar'],
  holidays: ['calendar'],
  roles: ['people'],
  groups: ['groups', 'clients'],
};

/** What to ask anew when records of a kind have changed. */
export function kindsShowing(kind: string): string[] {
  return shownIn[kind] ?? [kind];
}

/** Keeps the queries of the client fresh from now on; returns how to stop. */
export function goLive(client: QueryClient): () => void {
  const channel = new BroadcastChannel(channelName);
  const stop = new AbortController();
  const refresh = gatherRefresh(client);
  const hear = (message: Message) =>
    message.kind === 'reconnected' ? client.invalidateQueries() : refresh(message.heard);
  channel.onmessage = (event: MessageEvent<Message>) => hear(event.data);
  const tellAll = (message: Message) => {
    hear(message);
    channel.postMessage(message);
  };
  navigator.locks
    .request(lockName, { signal: stop.signal }, () => listen(tellAll, stop.signal))
    .catch(() => {});
  return () => {
    stop.abort();
    channel.close();
  };
}

/** Holds the connection until told to stop. After a gap everything is asked anew: no event needs to be remembered. */
function listen(tellAll: (message: Message) => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const source = new EventSource('/live');
    let lost = false;
    source.onopen = () => {
      if (lost) tellAll({ kind: 'reconnected' });
      lost = false;
    };
    source.onerror = () => {
      lost = true;
    };
    source.onmessage = (event) => tellAll({ kind: 'heard', heard: JSON.parse(event.data) });
    signal.addEventListener('abort', () => {
      source.close();
      resolve();
    });
  });
}

function gatherRefresh(client: QueryClient): (heard: Heard[]) => void {
  let kinds = new Set<string>();
  let timer = 0;
  const flush = () => {
    timer = 0;
    const stale = kinds;
    kinds = new Set();
    client.invalidateQueries({ predicate: ({ queryKey }) => stale.has(String(queryKey[0])) });
  };
  return (heard) => {
    for (const { of } of heard) for (const kind of of ? kindsShowing(of) : []) kinds.add(kind);
    kinds.add('operations');
    if (timer === 0) timer = window.setTimeout(flush, gatherFor);
  };
}
