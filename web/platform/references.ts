// What every screen needs to name things: people, directory entries, groups. Small, asked once, kept fresh by live events.

import { useSuspenseQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DirectoryName, Entry } from '../../contract/directories.ts';
import type { Group, Tree } from '../../contract/groups.ts';
import type { Person } from '../../contract/people.ts';
import { fold } from '../../contract/text/fold.ts';
import { groupPath } from '../../contract/text/group-path.ts';
import { swapLayout } from '../../contract/text/layout.ts';
import { numbered } from '../../contract/text/numbered.ts';
import type { PickOption, PickSearch } from '../kit/fields/use-pick-options.ts';
import { ask } from './api.ts';
import { queryFor } from './queries.ts';
import { type Locale, useWords } from './texts.tsx';

export type References = ReturnType<typeof referencesOf>;

/** Suspends until the three lists are there for the first time. */
export function useReferences(): References {
  const { locale } = useWords();
  const [people, entries, groups] = useSuspenseQueries({
    queries: [queryFor('people.list', {}), queryFor('directories.list', {}), queryFor('groups.list', {})],
  });
  return useMemo(
    () => referencesOf(people.data.rows, entries.data.rows, groups.data.rows, locale),
    [people.data, entries.data, groups.data, locale],
  );
}

function referencesOf(people: Person[], entries: Entry[], groups: Group[], locale: Locale) {
  const person = new Map(people.map((each) => [each.id, each]));
  const entry = new Map(entries.map((each) => [each.id, each]));
  const group = new Map(groups.map((each) => [each.id, each]));
  const entriesOf = (directory: DirectoryName) => entries.filter((each) => each.directory === directory);
  const groupsOf = (tree: Tree) => groups.filter((each) => each.tree === tree);
  return {
    people,
    person,
    entry,
    group,
    entriesOf,
    groupsOf,
    personName: (id: number | null) => (id === null ? '' : (person.get(id)?.name ?? unknown(id, locale))),
    entryName: (id: number | null) => (id === null ? '' : (entry.get(id)?.name ?? unknown(id, locale))),
    groupPath: (id: number | null) => groupPath(group, id).join(' / '),
    nameless: (id: number) => unknown(id, locale),
    personOption: (id: number | null) => optionsOf(id, person),
    entryOption: (id: number | null) => optionsOf(id, entry),
    groupOption: (id: number | null) => optionsOf(id, group),
    searchPeople: (withGroups = false): PickSearch =>
      searchIn(
        treeOptions(
          withGroups ? groupsOf('managers') : [],
          people.filter(({ status }) => status !== 'blocked'),
        ),
      ),
    searchEntries: (directory: DirectoryName, withGroups = false): PickSearch =>
      searchIn(
        treeOptions(
          withGroups && directory === 'taskTypes' ? groupsOf('taskTypes') : [],
          entriesOf(directory).filter(({ archived }) => !archived),
        ),
      ),
    searchGroups: (tree: Tree): PickSearch =>
      searchIn(groupOptions(groupsOf(tree)).map((option) => ({ ...option, value: option.value.slice(1) }))),
    searchClientGroups: (): PickSearch => searchIn(groupOptions(groupsOf('clients'))),
    clientGroupOptions: () => groupOptions(groupsOf('clients')),
  };
}

/** An id that names nothing here, or no id at all: an address made by hand. */
function unknown(id: number, locale: Locale): string {
  return Number.isNaN(id) ? '?' : numbered(id, locale);
}

type Named = { id: number; name: string; tint?: string | null };

function optionOf({ id, name, tint }: Named): PickOption {
  return { value: String(id), label: name, ...(tint ? { tint } : {}) };
}

function optionsOf(id: number | null, known: Map<number, Named>): PickOption[] {
  const found = id === null ? undefined : known.get(id);
  return found ? [optionOf(found)] : [];
}

/** Groups as options `g5`, each under its parent. */
function groupOptions(groups: Group[], parentId: number | null = null, depth = 0): PickOption[] {
  return groups
    .filter((each) => each.parentId === parentId)
    .flatMap((each) => [
      { value: `g${each.id}`, label: each.name, depth, isGroup: true },
      ...groupOptions(groups, each.id, depth + 1),
    ]);
}

/** Groups with their records in them, then the records of no group. */
function treeOptions(groups: Group[], records: (Named & { groupId: number | null })[]): PickOption[] {
  const known = new Set(groups.map(({ id }) => id));
  const inGroups = groupOptions(groups).flatMap((option) => {
    const id = Number(option.value.slice(1));
    const inside = records
      .filter((each) => each.groupId === id)
      .map((each) => ({ ...optionOf(each), depth: (option.depth ?? 0) + 1 }));
    return [option, ...inside];
  });
  const loose = records.filter((each) => each.groupId === null || !known.has(each.groupId));
  return [...inGroups, ...loose.map(optionOf)];
}

/** Search among options at hand, forgiving case, ё and layout. */
function searchIn(options: PickOption[]): PickSearch {
  return async (text) => {
    const wanted = [fold(text), fold(swapLayout(text))].filter((needle) => needle !== '');
    return wanted.length === 0
      ? options
      : options.filter(({ label }) => wanted.some((needle) => fold(label).includes(needle)));
  };
}

/** Clients are too many to hold: asked as one types. */
export const searchClients: PickSearch = async (text, signal) => {
  const { rows } = await ask('clients.find', { text }, signal);
  return rows.map(({ id, name, hint }) => ({ value: String(id), label: name, hint }));
};

/** Rows in which tags are looked for: those in use come up in the latest of them. */
const taggedRows = '200';

/** Tags that the latest tagged records have, and what is typed itself: a tag is no record with a name to find. */
export function searchTags(of: 'tasks' | 'clients'): PickSearch {
  return async (text, signal) => {
    const { rows } = await ask(
      `${of}.list`,
      { d: 'all', 'f.tags': '*', sort: '-id', limit: taggedRows },
      signal,
    );
    const used = [...new Set(rows.flatMap(({ tags }) => tags))].sort((a, b) => a.localeCompare(b));
    const found = await searchIn(used.map((tag) => ({ value: tag, label: tag })))(text, signal);
    const typed = text.trim();
    return typed && !used.includes(typed) ? [...found, { value: typed, label: typed }] : found;
  };
}
