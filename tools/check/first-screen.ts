// What a browser fetches before somebody signed in sees a place, weighed by gzip; the budget is DESIGN §5. Built in memory, so nothing stale is weighed.
import { globSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { root } from './source-files.ts';

/** Bytes of gzip. A browser that takes brotli gets an eighth less, made by the build (`web/brotli-plugin.ts`). */
const atMost = { shell: 185_000, place: 75_000, styles: 45_000 };
/** No list: docs/decisions/0019-first-screen.md says why they are larger. */
const ofTheirOwn: Record<string, number> = { 'settings-page': 84_000 };
/** A file costs a browser some milliseconds however small it is: `web/vite.config.ts` says what goes together. */
const filesAtMost = 36;

/** What every start fetches whatever the place: the entry, the house around the places, and what comes into its top bar by itself. */
const start = ['web/main.tsx', 'web/shell/shell.tsx', 'web/features/reminders/bell.tsx'];
/** One of them is fetched; the larger is weighed. */
const catalogues = ['web/texts/ru/index.ts', 'web/texts/en/index.ts'];
/** Pages that nobody meets as a place of the shell: doors and paper. */
const isPlace = (page: string) => !/(sign-in|set-up|invitation|print-)/.test(page);

type Built = { chunks: Map<string, Rolldown.OutputChunk>; weight(file: string): number };
type Report = { lines: string[]; faults: string[] };

export async function firstScreenReport(): Promise<Report> {
  const built = await buildScreens();
  const entries = [...start, heaviest(built, catalogues)];
  const shell = closure(built, entries);
  const report: Report = { lines: [], faults: [] };
  judge(report, built, { what: 'shell', limit: atMost.shell, files: shell });
  let widest = stylesOf(built, shell);
  for (const page of globSync('web/pages/*-page.tsx', { cwd: root }).filter(isPlace).sort()) {
    const whole = closure(built, [...entries, page]);
    const files = new Set([...whole].filter((file) => !shell.has(file)));
    const what = page.slice('web/pages/'.length, -'.tsx'.length);
    judge(report, built, { what, limit: ofTheirOwn[what] ?? atMost.place, files });
    const styles = stylesOf(built, whole);
    if (sum(built, styles) > sum(built, widest)) widest = styles;
  }
  judge(report, built, { what: 'styles', limit: atMost.styles, files: widest });
  return report;
}

async function buildScreens(): Promise<Built> {
  const made = (await build({
    root: `${root}/web`,
    configFile: `${root}/web/vite.config.ts`,
    logLevel: 'error',
    build: { write: false },
  })) as Rolldown.RolldownOutput;
  const weights = new Map(
    made.output.map((file) => [
      file.fileName,
      gzipSync(file.type === 'chunk' ? file.code : file.source).length,
    ]),
  );
  const chunks = made.output.filter((file) => file.type === 'chunk');
  return {
    chunks: new Map(chunks.map((chunk) => [chunk.fileName, chunk])),
    weight: (file) => weights.get(file) ?? 0,
  };
}

/** The files of these modules, with all that they import before they run. */
function closure(built: Built, modules: string[]): Set<string> {
  const found = new Set<string>();
  const add = (file: string) => {
    const chunk = built.chunks.get(file);
    if (!chunk || found.has(file)) return;
    found.add(file);
    chunk.imports.forEach(add);
  };
  for (const module of modules) add(fileOf(built, module));
  return found;
}

function fileOf({ chunks }: Built, module: string): string {
  for (const { fileName, moduleIds } of chunks.values())
    if (moduleIds.some((id) => id.endsWith(`/${module}`))) return fileName;
  throw new Error(`${module} is in no chunk: was it moved? tools/check/first-screen.ts weighs it`);
}

function stylesOf({ chunks }: Built, files: Set<string>): Set<string> {
  return new Set([...files].flatMap((file) => [...(chunks.get(file)?.viteMetadata?.importedCss ?? [])]));
}

const sum = ({ weight }: Built, files: Set<string>) =>
  [...files].reduce((total, file) => total + weight(file), 0);

function heaviest(built: Built, modules: string[]): string {
  const weight = (module: string) => sum(built, closure(built, [module]));
  return modules.reduce((most, module) => (weight(module) > weight(most) ? module : most));
}

function judge(
  report: Report,
  built: Built,
  { what, limit, files }: { what: string; limit: number; files: Set<string> },
): void {
  const total = sum(built, files);
  const said = `${what} ${kilobytes(total)} of ${kilobytes(limit)} KB`;
  report.lines.push(`${said} in ${files.size}`);
  if (files.size > filesAtMost) report.faults.push(`${what} comes in ${files.size} files of ${filesAtMost}`);
  if (total <= limit) return;
  const largest = [...files].sort((a, b) => built.weight(b) - built.weight(a)).slice(0, 8);
  const names = largest.map(
    (file) => `${file.replace(/^assets\/|-[\w-]{8}(?=\.)/g, '')} ${kilobytes(built.weight(file))}`,
  );
  report.faults.push(`${said} gzip; the largest: ${names.join(', ')}`);
}

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
