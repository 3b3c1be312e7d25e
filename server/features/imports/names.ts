// Names in cells to ids: entries of directories, groups by their path, managers by name or e-mail. What is missing may be made.
import type { DirectoryName } from '../../../contract/directories.ts';
import { groupDepth, type Tree } from '../../../contract/groups.ts';
import { fold } from '../../../contract/text/fold.ts';
import { may } from '../../platform/actor.ts';
import { sql } from '../../platform/db/sql.ts';
import type { Rows } from '../../platform/db/transaction.ts';
import { groupsOf } from '../groups/index.ts';
import { workers } from '../people/index.ts';
import { type Cell, type Names, type Reason, reasonAt, type Sheet } from './sheet.ts';

/** More new names than this in one directory are a column that is no directory. */
const newNamesAtMost = 300;
const nameAtMost = 200; // characters

const entryKey = (directory: DirectoryName, name: string) => `${directory}/${fold(name)}`;

/** Words in any order: `Иванов Иван` is `Иван Иванов`. */
function personKey(name: string): string {
  return fold(name).split(' ').sort().join(' ');
}

export async function loadNames(rows: Rows, tree: Tree): Promise<Names> {
  const entries = await rows.rows(sql<{ id: number; directory: DirectoryName; name: string }>`
    select id, directory, name from pub_entries order by archived desc, position desc, id desc`);
  const groups = await groupsOf(rows, tree);
  const people = await workers(rows);
  const idsOf = (all: { id: number }[]) => new Set(all.map(({ id }) => id));
  return {
    entries: new Map(entries.map(({ id, directory, name }) => [entryKey(directory, name), id])),
    groups: groupNames(groups),
    workers: workerNames(people),
    ids: { entries: idsOf(entries), groups: idsOf(groups), workers: idsOf(people) },
    made: new Map(),
  };
}

type Group = { id: number; parentId: number | null; name: string };

/** Groups by their path, and by their bare name where only one has it. */
function groupNames(groups: Group[]): Map<string, number> {
  const byId = new Map(groups.map((group) => [group.id, group]));
  const pathOf = (group: Group): string => {
    const parent = group.parentId === null ? undefined : byId.get(group.parentId);
    return parent ? `${pathOf(parent)} / ${fold(group.name)}` : fold(group.name);
  };
  const bare = Map.groupBy(groups, ({ name }) => fold(name));
  const alone = [...bare].flatMap(([name, [only, ...more]]) =>
    only && more.length === 0 ? [[name, only.id] as const] : [],
  );
  return new Map([...alone, ...groups.map((group) => [pathOf(group), group.id] as const)]);
}

function workerNames(people: { id: number; name: string; email: string | null }[]): Names['workers'] {
  const names: Names['workers'] = new Map();
  for (const { id, name, email } of people) {
    const key = personKey(name);
    names.set(key, names.has(key) ? 'ambiguous' : id);
    if (email) names.set(fold(email), id);
  }
  return names;
}

/** An id; a text: the name of what is to be made; a reason: neither. */
export type Named = number | string | Reason;

export function isReason(named: unknown): named is Reason {
  return typeof named === 'object' && named !== null && 'code' in named;
}

/** The name as it will be made, the same for all spellings; a reason where it may not be. */
function nameToMake(sheet: Sheet, of: string, cell: Cell & { name: string }): string | Reason {
  const mayMake = sheet.options.makeMissing && may(sheet.actor, 'directories', 'add');
  if (!mayMake) return reasonAt(cell, 'reason.unknownEntry', { name: cell.text.slice(0, nameAtMost) });
  const made = sheet.names.made.get(of) ?? new Map<string, string>();
  sheet.names.made.set(of, made);
  const known = made.get(fold(cell.name));
  if (known) return known;
  if (made.size >= newNamesAtMost) return reasonAt(cell, 'reason.tooManyNew', { limit: newNamesAtMost });
  made.set(fold(cell.name), cell.name);
  return cell.name;
}

export function entryNamed(sheet: Sheet, directory: DirectoryName, cell: Cell): Named {
  const known = sheet.names.entries.get(entryKey(directory, cell.text));
  if (known) return known;
  if (cell.text.length > nameAtMost) return reasonAt(cell, 'fault.tooLong', { limit: nameAtMost });
  return nameToMake(sheet, directory, { ...cell, name: cell.text });
}

/** The names of a path such as `Опт / Москва`, `Опт > Москва`. */
export function pathParts(path: string): string[] {
  return path
    .split(/[/>\\|]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

export const pathKey = (parts: string[]) => parts.map(fold).join(' / ');

export function groupNamed(sheet: Sheet, cell: Cell): Named {
  const parts = pathParts(cell.text);
  const known = sheet.names.groups.get(fold(cell.text)) ?? sheet.names.groups.get(pathKey(parts));
  if (known) return known;
  if (parts.length === 0) return reasonAt(cell, 'reason.unknownEntry', { name: cell.text });
  if (parts.length > groupDepth) return reasonAt(cell, 'reason.groupTooDeep', { limit: groupDepth });
  if (parts.some((part) => part.length > nameAtMost))
    return reasonAt(cell, 'fault.tooLong', { limit: nameAtMost });
  return nameToMake(sheet, 'groups', { ...cell, name: parts.join(' / ') });
}

/** The manager of that name or e-mail; a reason where there is none, or more than one. */
export function workerNamed(sheet: Sheet, cell: Cell): number | Reason {
  const { workers: known } = sheet.names;
  const found = known.get(fold(cell.text)) ?? known.get(personKey(cell.text));
  if (typeof found === 'number') return found;
  return reasonAt(cell, found ? 'reason.ambiguousManager' : 'reason.unknownManager', {
    name: cell.text.slice(0, nameAtMost),
  });
}

const references: Record<string, DirectoryName | 'groups' | 'workers'> = {
  groupId: 'groups',
  statusId: 'clientStatuses',
  originId: 'clientOrigins',
  stateId: 'taskStates',
  responsibleId: 'workers',
  managerId: 'workers',
};

function referenceOf(field: string, tree: Tree) {
  return field === 'typeId' ? (tree === 'clients' ? 'clientTypes' : 'taskTypes') : references[field];
}

/** The id that a staged value means by now: names have been made in the meantime, records may have gone. */
function idNow(names: Names, of: DirectoryName | 'groups' | 'workers', staged: unknown): number | undefined {
  const { ids, groups, entries } = names;
  if (of === 'workers') return ids.workers.has(staged as number) ? (staged as number) : undefined;
  const known = of === 'groups' ? ids.groups : ids.entries;
  if (typeof staged !== 'string') return known.has(staged as number) ? (staged as number) : undefined;
  return of === 'groups' ? groups.get(pathKey(pathParts(staged))) : entries.get(entryKey(of, staged));
}

/** Staged values with ids in the place of names; a reason where a record has gone since. */
export function withIds(
  names: Names,
  tree: Tree,
  staged: Record<string, unknown>,
): Record<string, unknown> | Reason {
  const values = { ...staged };
  for (const [field, value] of Object.entries(staged)) {
    const of = referenceOf(field, tree);
    if (!of || value === null) continue;
    const id = idNow(names, of, value);
    if (id === undefined) return reasonAt(undefined, 'reason.goneSince', { field });
    values[field] = id;
  }
  return values;
}
