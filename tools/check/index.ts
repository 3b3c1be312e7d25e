// npm run check: format, lint, types, import rules, SQL owners, texts, schema dump, dead exports, sizes of files and of the first screen. Says all faults, then fails.
import { spawnSync } from 'node:child_process';
import { firstScreenReport } from './first-screen.ts';
import { importFaults } from './import-rules.ts';
import { schemaFaults } from './schema-dump.ts';
import { sizeReport } from './sizes.ts';
import { root } from './source-files.ts';
import { sqlFaults } from './sql-owners.ts';
import { textFaults } from './text-faults.ts';

type Check = { name: string; run(): string[] | Promise<string[]> };

/** A program of node_modules/.bin; its own words are its faults. */
function program(name: string, command: string, ...args: string[]): Check {
  return {
    name,
    run() {
      const done = spawnSync(`node_modules/.bin/${command}`, args, { cwd: root, encoding: 'utf8' });
      return done.status === 0 ? [] : [`${done.stdout}${done.stderr}${done.error ?? ''}`.trim()];
    },
  };
}

const sizes = sizeReport();
const firstScreen = await firstScreenReport();

const checks: Check[] = [
  program('format and lint', 'biome', 'check', '--error-on-warnings', '--max-diagnostics=60', '.'),
  program('types of the server', 'tsc', '-p', 'tsconfig.json'),
  program('types of the screens', 'tsc', '-p', 'web/tsconfig.json'),
  program('types of the journeys and measures', 'tsc', '-p', 'e2e/tsconfig.json'),
  { name: 'import rules', run: importFaults },
  { name: 'owners of tables', run: sqlFaults },
  { name: 'texts', run: textFaults },
  { name: 'schema dump', run: schemaFaults },
  program('dead exports and dependencies', 'knip', '--no-progress'),
  { name: 'sizes of files', run: () => sizes.faults },
  { name: 'sizes of the first screen', run: () => firstScreen.faults },
];

let failed = false;
for (const { name, run } of checks) {
  const faults = await run();
  console.log(`${faults.length === 0 ? '✓' : '✗'} ${name}`);
  for (const fault of faults) console.log(`    ${fault.replaceAll('\n', '\n    ')}`);
  failed ||= faults.length > 0;
}
for (const line of sizes.lines) console.log(`  ${line}`);
console.log(`  first screen, gzip: ${firstScreen.lines.join(', ')}`);
process.exit(failed ? 1 : 0);
