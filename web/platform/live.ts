// Live: one connection for all tabs of a browser (six a host are all it has), whose holder tells the others. What is heard only says what to ask anew.
import type { QueryClient } from '@tanstack/react-query';
import { missedEvents, type Said } from '../../contract/kit/live.ts';
import { onSessionMissing } from './api.ts';
import { liveLine, watchLoss } from './live-line.ts';
import { meKey } from './session.tsx';

/** `refused`: the connection was answered with an error; perhaps the session is over. `lost`: it has been away for a while. */
type Message = { kind: 'heard'; heard: Said[] } | { kind: 'reconnected' | 'refused' | 'lost' };

const lockName = 'voronka.live';
const channelName = 'voronka.live';
const gatherFor = 40; // ms
/** Answers are waited for so long before the same is asked anew: where much happens and the line is slow none would ever come. */
const answeredWithin = 10_000; // ms
/** What is shown was asked for at most so long before the screen goes live. */
const askedBefore = 10_000; // ms
/** Between two tries to connect after a refusal, the longer the more there were. */
const waitAtFirst = 1000; // ms
const waitAtMost = 30_000; // ms

/**
 * Kinds whose rows show in queries of other kinds: a client's name stands in the list of tasks, in the hours of a manager and in the bell,
 * a filter or an order may go by a group or an entry, a tree shows which groups are in use, the palette finds clients and tasks.
 */
const shownIn: Record<string, string[]> = {
  tasks: ['tasks', 'calendar', 'reminders', 'demo', 'search'],
  clients: ['clients', 'tasks', 'calendar', 'reminders', 'demo', 'search'],
  people: ['people', 'groups', 'tasks', 'clients', 'calendar', 'demo'],
  directories: ['directories', 'groups', 'tasks', 'clients', 'calendar', 'reminders'],
  firm: ['people', 'calendar', 'demo'],
  appearances: ['people'],
  workWeeks: ['calendar', 'demo'],
  absences: ['calendar'],
  holidays: ['calendar'],
  roles: ['people'],
  groups: ['groups', 'tasks', 'clients', 'calendar'],
};

/** What to ask anew when records of a kind have changed. */
export function kindsShowing(kind: string): string[] {
  return shownIn[kind] ?? [kind];
}

/** What was done here and is nobody else's business is told to the other tabs of this browser. */
export function tellOtherTabs(of: string): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage({ kind: 'heard', heard: [{ name: `${of}.changed`, of, ids: null }] } satisfies Message);
  channel.close();
}

/** Keeps the queries of the client fresh from now on; returns how to stop. */
export function goLive(client: QueryClient): () => void {
  const channel = new BroadcastChannel(channelName);
  const asked = Math.max(0, performance.now() - askedBefore);
  const stop = new AbortController();
  const refresh = gatherRefresh(client);
  const whoIsThere = () => client.invalidateQueries({ queryKey: meKey }, { cancelRefetch: false });
  const hear = (message: Message) => {
    if (message.kind !== 'refused') liveLine.tell(message.kind === 'lost');
    if (message.kind === 'lost') return;
    if (message.kind === 'heard' && !message.heard.some(({ name }) => name === missedEvents))
      refresh(message.heard);
    else if (message.kind === 'refused') whoIsThere();
    else client.invalidateQueries();
  };
  channel.onmessage = (event: MessageEvent<Message>) => hear(event.data);
  const tellAll = (message: Message) => {
    hear(message);
    channel.postMessage(message);
  };
  const hold = (line: Line) => listen(line, tellAll, stop.signal);
  const inTurn = (free: Lock | null) => {
    if (stop.signal.aborted) return undefined;
    if (free) return hold({ asked, lost: false });
    // Another tab has the line. What it heard before this one heard it is not known; nor what nobody hears when it goes.
    client.invalidateQueries({ predicate: ({ state }) => state.dataUpdatedAt > 0 });
    return navigator.locks.request(lockName, { signal: stop.signal }, () => hold({ asked, lost: true }));
  };
  navigator.locks.request(lockName, { ifAvailable: true }, inTurn).catch(() => {});
  const unhear = onSessionMissing(whoIsThere);
  return () => {
    unhear();
    stop.abort();
    channel.close();
    liveLine.tell(false);
  };
}

/** `asked`: `performance.now()` of when the screen began to ask for what it shows; `lost`: nobody has listened for a while. */
type Line = { asked: number; lost: boolean };

/**
 * Holds the connection until told to stop. After a gap everything is asked anew: no event needs to be remembered. A line that
 * broke is mended by the browser; after an answer that is no stream (a proxy whose server starts anew, a session that is over) it
 * gives up for good, so that one is opened again here.
 */
function listen(line: Line, tellAll: (message: Message) => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let source: EventSource;
    let { lost } = line;
    let wait = waitAtFirst;
    let timer = 0;
    const loss = watchLoss(() => tellAll({ kind: 'lost' }));
    const open = () => {
      // After a gap all is asked anew; before the first word, what has happened since the screen asked is told.
      const since = lost ? 0 : Math.ceil(performance.now() - line.asked);
      source = new EventSource(`/live?since=${since}`);
      source.onopen = () => {
        loss.stop();
        if (lost) tellAll({ kind: 'reconnected' });
        lost = false;
        wait = waitAtFirst;
      };
      source.onerror = () => {
        lost = true;
        loss.away();
        if (source.readyState !== EventSource.CLOSED) return;
        tellAll({ kind: 'refused' });
        timer = window.setTimeout(open, wait);
        wait = Math.min(wait * 2, waitAtMost);
      };
      source.onmessage = (event) => tellAll({ kind: 'heard', heard: JSON.parse(event.data) });
    };
    open();
    // A browser without a network may keep a dead line for minutes: it is opened anew when the network is back.
    const reopen = () => {
      clearTimeout(timer);
      source.close();
      lost = true;
      open();
    };
    addEventListener('offline', loss.away, { signal });
    addEventListener('online', reopen, { signal });
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      loss.stop();
      source.close();
      resolve();
    });
  });
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function gatherRefresh(client: QueryClient): (heard: Said[]) => void {
  let kinds = new Set<string>();
  let isGathering = false;
  const flush = async () => {
    const stale = kinds;
    kinds = new Set();
    const asked = client.invalidateQueries({ predicate: ({ queryKey }) => stale.has(String(queryKey[0])) });
    await Promise.race([asked, pause(answeredWithin)]);
    isGathering = false;
    if (kinds.size > 0) gather();
  };
  const gather = () => {
    if (isGathering) return;
    isGathering = true;
    void pause(gatherFor).then(flush);
  };
  return (heard) => {
    for (const { of } of heard) for (const kind of of ? kindsShowing(of) : []) kinds.add(kind);
    kinds.add('operations');
    gather();
  };
}
