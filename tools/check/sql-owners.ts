// A slice writes only tables that its own migrations create; it reads others' through the views they publish (pub_*).
import { globSync, readFileSync } from 'node:fs';
import { isTest, root, sourceFiles } from './source-files.ts';

/** Table → slice, from the migrations; `platform` for the house's own. */
function owners(): Map<string, string> {
  const tables = new Map<string, string>();
  for (const path of globSync('server/{features/*,platform}/migrations/*.sql', { cwd: root })) {
    const slice = /features\/([^/]+)/.exec(path)?.[1] ?? 'platform';
    for (const [, table] of readFileSync(`${root}/${path}`, 'utf8').matchAll(
      /create (?:unlogged )?table (?:if not exists )?(\w+)/gi,
    ))
      tables.set(table as string, slice);
  }
  return tables;
}

/** Reading these across slices is part of the language between them. */
const shared = new Set(['groups', 'operations', 'undo_notes', 'journal', 'events']);

export function sqlFaults(): string[] {
  const tables = owners();
  const faults: string[] = [];
  for (const { path, text } of sourceFiles('ts')) {
    const slice = /^server\/features\/([^/]+)\//.exec(path)?.[1];
    if (!slice || isTest(path)) continue;
    const statements = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    for (const [, table] of statements.matchAll(/(?:insert into|update|delete from)\s+(\w+)/g)) {
      const owner = tables.get(table as string);
      if (owner && owner !== slice && !(owner === 'platform'))
        faults.push(`${path}: writes ${table}, which belongs to ${owner}; call that slice's door.`);
    }
    for (const [, table] of statements.matchAll(/(?:from|join)\s+(\w+)/g)) {
      const owner = tables.get(table as string);
      if (owner && owner !== slice && owner !== 'platform' && !shared.has(table as string))
        faults.push(`${path}: reads ${table} of ${owner}; read its pub_ view or call its door.`);
    }
  }
  return faults;
}
