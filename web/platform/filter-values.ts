// The values that a filter names in an address, by what they may be there: entries of one directory, people, groups of one tree.
import type { DirectoryName } from '../../contract/directories.ts';
import type { Tree } from '../../contract/groups.ts';
import type { References } from './references.ts';

export type FilterValues = {
  /** What people call it; its number where nothing of the kind has it. */
  nameOf(value: string): string;
  knows(value: string): boolean;
};

export function entryValues(references: References, directory: DirectoryName, tree?: Tree): FilterValues {
  return valuesOf(references, tree, (id) => {
    const found = references.entry.get(id);
    return found?.directory === directory ? found.name : undefined;
  });
}

/** `me`: what the reader is called, for whom the filter means themselves. */
export function personValues(references: References, me: string): FilterValues {
  const known = valuesOf(references, 'managers', (id) => references.person.get(id)?.name);
  return {
    nameOf: (value) => (value === 'me' ? me : known.nameOf(value)),
    knows: (value) => value === 'me' || known.knows(value),
  };
}

/** Groups themselves: `g5` with all below it, `5` alone. */
export function groupValues(references: References, tree: Tree): FilterValues {
  return valuesOf(references, tree, (id) => pathIn(references, tree, id));
}

/** Groups of a tree, and records by a name that is asked for elsewhere. */
export function valuesOf(
  references: References,
  tree: Tree | undefined,
  nameOfRecord: (id: number) => string | undefined,
): FilterValues {
  const find = (value: string): string | undefined => {
    const [, sign, digits] = /^(g?)(\d{1,15})$/.exec(value) ?? [];
    if (digits === undefined) return undefined;
    if (!sign) return nameOfRecord(Number(digits));
    return tree && pathIn(references, tree, Number(digits));
  };
  return {
    nameOf: (value) => find(value) ?? references.nameless(Number(value.replace(/^g/, ''))),
    knows: (value) => find(value) !== undefined,
  };
}

function pathIn({ group, groupPath }: References, tree: Tree, id: number): string | undefined {
  return group.get(id)?.tree === tree ? groupPath(id) : undefined;
}
