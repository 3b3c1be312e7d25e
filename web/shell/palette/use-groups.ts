// The lines of the palette for what is typed: groups in a steady order, each with its best.
import { readRecent } from '../../platform/recent.ts';
import { useMe } from '../../platform/session.tsx';
import { type Entry, type Kind, kinds } from './entry.ts';
import { best, inside, needlesOf, rank, taskNumber } from './match.ts';
import { useActionEntries } from './use-action-entries.ts';
import { useFound, useNamed, useRecordEntries } from './use-found.ts';
import { usePlacesEntries } from './use-places-entries.ts';

export type Group = { kind: Kind | 'recent'; entries: Entry[] };

const recentAtMost = 6;
const bestOfKind = 6;
/** Kinds that stand there before anything is typed. */
const atFirst: Kind[] = ['places', 'views', 'actions'];
const tasksFirst: Kind[] = ['tasks', ...kinds.filter((kind) => kind !== 'tasks')];
/** Typed first: only what can be done. */
const onlyActions = '>';

type Shown = {
  groups: Group[];
  /** The server is being asked, or has been and failed. */
  asking: boolean;
  failed: boolean;
};

/** `text` is what stands in the field, `settled` what has stood there long enough to ask the server. */
export function useGroups(text: string, settled: string, onHelp: () => void): Shown {
  const commanding = text.trimStart().startsWith(onlyActions);
  const wanted = text.replace(/^\s*>/, '').trim();
  const places = usePlacesEntries();
  const actions = useActionEntries(onHelp);
  const asked = commanding ? '' : settled.trim();
  const found = useFound(asked);
  const toEntries = useRecordEntries();
  const { person } = useMe();
  const recent = readRecent(person.id);
  const named = useNamed(recent);
  const all = [...places, ...actions];
  if (commanding)
    return { groups: grouped(bestOf(actions, wanted), ['actions']), asking: false, failed: false };
  if (wanted === '') {
    const known = new Map([...all, ...toEntries(named.data, '')].map((entry) => [entry.id, entry]));
    const entries = recent.flatMap((id) => known.get(id) ?? []).slice(0, recentAtMost);
    const latest: Group[] = entries.length > 0 ? [{ kind: 'recent', entries }] : [];
    return { groups: [...latest, ...grouped(all, atFirst)], asking: false, failed: false };
  }
  const isWorthAsking = wanted.length > 1 || taskNumber(wanted) !== undefined;
  const isAnswered = asked === wanted && !found.isPending;
  const records = isAnswered ? toEntries(found.data, asked) : [];
  const asking = isWorthAsking && !isAnswered;
  const local = bestOf(all, wanted);
  // A guess waits until it is known that nothing at all is written so: Enter goes to what stands first.
  const mayGuess = !asking && records.every(({ near }) => near);
  const shown = local.filter(({ near }) => mayGuess || !near);
  const bestShown = kinds.flatMap((kind) =>
    shown.filter((entry) => entry.kind === kind).slice(0, bestOfKind),
  );
  const order = isNumberOf(records, asked) ? tasksFirst : byBeginning(bestShown, wanted);
  return {
    groups: grouped([...bestShown, ...records], order),
    asking,
    failed: isAnswered && found.isError,
  };
}

/** A bare number names a task, though a client's number, telephone or house has it too. */
const isNumberOf = (records: Entry[], text: string) =>
  records.some(({ id }) => id === `tasks.${Number(taskNumber(text))}`);

const recordKinds: Kind[] = ['clients', 'tasks'];

/** What has the text only inside of its words stands after clients and tasks: those are found by what people look for. */
function byBeginning(shown: Entry[], text: string): Kind[] {
  const needles = needlesOf(text);
  const begin = new Set(
    shown.filter((entry) => rank(textOf(entry), needles) !== inside).map(({ kind }) => kind),
  );
  const isFirst = (kind: Kind) => recordKinds.includes(kind) || begin.has(kind);
  return [...kinds.filter(isFirst), ...kinds.filter((kind) => !isFirst(kind))];
}

const textOf = ({ label, hint }: Entry) => (hint ? `${label} ${hint}` : label);

function bestOf(entries: Entry[], text: string): Entry[] {
  if (text === '') return entries;
  const found = best(entries, textOf, needlesOf(text));
  return found.map(({ one, near }) => (near ? { ...one, near } : one));
}

function grouped(entries: Entry[], order: readonly Kind[]): Group[] {
  return order
    .map((kind) => ({ kind, entries: entries.filter((entry) => entry.kind === kind) }))
    .filter((group) => group.entries.length > 0);
}
