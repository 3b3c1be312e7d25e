// Makes what the rows of an import name and the house has not: entries of directories, groups by their paths.
import type { DirectoryName } from '../../../contract/directories.ts';
import type { Tree } from '../../../contract/groups.ts';
import type { ImportMakes, ImportOptions } from '../../../contract/imports.ts';
import { fold } from '../../../contract/text/fold.ts';
import { meaningOf } from '../../../contract/text/state-meaning.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import type { Emit } from '../../platform/slice.ts';
import { makeEntry } from '../directories/index.ts';
import { makeGroup } from '../groups/index.ts';
import { loadNames, pathKey, pathParts } from './names.ts';
import type { Names } from './sheet.ts';

/** What new states mean, by their names, where somebody has said it. */
type Meanings = NonNullable<ImportOptions['meanings']>;

/** Makes the names that are still missing and gives all names of the house as they are then. */
export async function makeNames(
  tx: Tx,
  { makes, tree, meanings = [] }: { makes: ImportMakes; tree: Tree; meanings?: Meanings | undefined },
  emit: Emit,
): Promise<Names> {
  const names = await loadNames(tx, tree);
  const made = { entries: [] as number[], groups: [] as number[] };
  for (const { of, names: missing } of makes)
    for (const name of missing) {
      if (of === 'groups') made.groups.push(...(await makePath(tx, { names, tree }, name)));
      else if (!names.entries.has(`${of}/${fold(name)}`))
        made.entries.push(await makeNamed(tx, { directory: of as DirectoryName, name, meanings }));
    }
  if (made.entries.length > 0) emit({ name: 'entry.created', ids: made.entries });
  if (made.groups.length > 0) emit({ name: 'group.created', ids: made.groups });
  return made.entries.length + made.groups.length > 0 ? loadNames(tx, tree) : names;
}

type New = { directory: DirectoryName; name: string; meanings: Meanings };

function makeNamed(tx: Tx, { directory, name, meanings }: New): Promise<number> {
  const meaning =
    directory === 'taskStates'
      ? (meanings.find((said) => said.name === name)?.meaning ?? meaningOf(name))
      : null;
  return makeEntry(tx, { directory, name, meaning });
}

/** Makes the groups of a path from where it is missing; gives the ids of those it made. */
async function makePath(
  tx: Tx,
  { names, tree }: { names: Names; tree: Tree },
  path: string,
): Promise<number[]> {
  const made: number[] = [];
  const parts = pathParts(path);
  let parentId: number | null = null;
  for (const [i, name] of parts.entries()) {
    const key = pathKey(parts.slice(0, i + 1));
    const known: number = names.groups.get(key) ?? (await makeGroup(tx, { tree, parentId, name }));
    if (!names.groups.has(key)) made.push(known);
    names.groups.set(key, known);
    parentId = known;
  }
  return made;
}
