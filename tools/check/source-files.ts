// The project's own files, as the checks read them.
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export type SourceFile = { path: string; text: string };

const folders = '{contract,server,web,e2e,bench,tools,site}';

/** Files of ours by their endings, with `/` in their paths; nothing installed or built. */
export function sourceFiles(endings = '{ts,tsx}'): SourceFile[] {
  return globSync(`${folders}/**/*.${endings}`, { cwd: root })
    .filter((path) => !path.includes('node_modules'))
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(`${root}/${path}`, 'utf8') }));
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$|\.spec\.ts$|\/testing\//.test(path);
}
