// npm test: installs and builds what is missing, runs all tests (or those that the arguments name) and ends with a line of figures.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endWith, project, run } from './foreground.mjs';
import { ensureBuild, ensureChromium, ensureModules, pinnedNode } from './setup.mjs';

await endWith(async () => {
  await ensureModules();
  const chromium = await ensureChromium();
  await ensureBuild();
  const folder = mkdtempSync(join(tmpdir(), 'voronka-tests-'));
  try {
    const report = join(folder, 'report.json');
    const code = await run(pinnedNode(), vitest(report), { ...process.env, VORONKA_CHROMIUM: chromium });
    const { passed, failed } = figures(report);
    console.log(`${passed} passed, ${failed} failed`);
    return code || (passed === 0 || failed > 0 ? 1 : 0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** @param {string} report where the figures go */
function vitest(report) {
  const program = join(project, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return [program, 'run', ...reporters, ...process.argv.slice(2)];
}

/**
 * A file that could not even be loaded counts as one failure.
 * @param {string} report
 */
function figures(report) {
  if (!existsSync(report)) return { passed: 0, failed: 0 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const unloaded = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length };
}
