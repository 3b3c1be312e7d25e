// Who may import whom. Each rule says what to do instead.
import { posix } from 'node:path';
import { isTest, sourceFiles } from './source-files.ts';

type Rule = { name: string; from: RegExp; to: RegExp; but?: RegExp; instead: string; inTests?: boolean };

/** The slices in their order; app.ts lists the same. */
const slices = [
  'operations',
  'groups',
  'people',
  'directories',
  'clients',
  'files',
  'views',
  'tasks',
  'reminders',
  'calendar',
  'imports',
  'demo',
];

const rules: Rule[] = [
  {
    name: 'contract knows nobody',
    from: /^contract\//,
    to: /^(server|web|e2e|bench|tools)\//,
    instead: 'move what both sides need into contract/.',
  },
  {
    name: 'contract needs zod only',
    from: /^contract\//,
    to: /^[^.]*$/,
    but: /^(zod|contract\/.*)$/,
    instead: 'keep contract/ free of libraries; only text/phone.ts may read telephone plans.',
  },
  {
    name: 'platform knows no slice',
    from: /^server\/platform\//,
    to: /^server\/(features|app)/,
    instead: 'let the slice declare it in slice.ts, and loop over declarations.',
  },
  {
    name: 'only platform speaks to the driver',
    from: /^server\/(features|outside)\//,
    to: /^pg(-copy-streams)?$/,
    instead: 'use Rows and Tx of platform/db/transaction.ts.',
  },
  {
    name: 'screens know no server',
    from: /^(web|site|e2e|bench)\//,
    to: /^server\//,
    instead: 'ask through /api by the contract.',
  },
  {
    name: 'features of the screens do not meet',
    from: /^web\/features\/([^/]+)\//,
    to: /^web\/features\/(?!$1\/)/,
    instead: 'compose them in web/pages, or share through web/platform.',
  },
  {
    name: 'kit and platform know no feature',
    from: /^web\/(kit|platform)\//,
    to: /^web\/(features|pages|shell)\//,
    instead: 'hand it in as a property.',
  },
  {
    name: 'features know no page',
    from: /^web\/features\//,
    to: /^web\/(pages|shell)\//,
    instead: 'hand it in as a property.',
  },
  {
    name: 'kit knows no platform',
    from: /^web\/kit\//,
    to: /^web\/platform\//,
    instead: 'hand it in as a property.',
  },
];

/** Files that a rule cannot hold for, with the reason. */
const exceptions: Record<string, RegExp> = {
  // telephone plans of the world are a library's business (docs/decisions)
  'contract/text/phone.ts': /^libphonenumber-js/,
};

/** Imports of a file: paths from the root, or names of packages. */
export function importsOf(path: string, text: string): string[] {
  const found = [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s*'([^']+)'|import\('([^']+)'\)|(?:^|\n)import\s+'([^']+)'/g,
    ),
  ];
  return found.map(([, plain, dynamic, bare]) => {
    const target = plain ?? dynamic ?? bare ?? '';
    return target.startsWith('.') ? posix.join(posix.dirname(path), target) : target;
  });
}

function broken(rule: Rule, path: string, target: string): boolean {
  const from = rule.from.exec(path);
  if (!from || exceptions[path]?.test(target)) return false;
  const to = new RegExp(rule.to.source.replace('$1', from[1] ?? ''));
  return to.test(target) && !rule.but?.test(target);
}

/** A slice may use only those left of it, by their door. */
function sliceFault(path: string, target: string): string | null {
  const from = /^server\/features\/([^/]+)\//.exec(path)?.[1];
  const to = /^server\/features\/([^/]+)\/(.+)$/.exec(target);
  if (!from || !to || to[1] === from) return null;
  if (to[2] !== 'index.ts') return `${path} → ${target}: use the door server/features/${to[1]}/index.ts.`;
  if (slices.indexOf(to[1] ?? '') >= slices.indexOf(from))
    return `${path} → ${target}: a slice to the right is reached by events.`;
  return null;
}

export function importFaults(): string[] {
  const files = sourceFiles();
  const graph = new Map<string, string[]>();
  const faults: string[] = [];
  for (const { path, text } of files) {
    const targets = importsOf(path, text);
    if (!isTest(path)) graph.set(path, importsOf(path, text.replace(/(?:^|\n)import type [^;]*;/g, '\n')));
    for (const target of targets) {
      if (isTest(path)) continue;
      for (const rule of rules)
        if (broken(rule, path, target)) faults.push(`${path} → ${target}: ${rule.name}; ${rule.instead}`);
      const fault = sliceFault(path, target);
      if (fault) faults.push(fault);
    }
  }
  return [...faults, ...circles(graph)];
}

/** Files that import each other in a circle; imports of types alone are none when the program runs. */
function circles(graph: Map<string, string[]>): string[] {
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const visit = (path: string, trail: string[]): void => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      found.push(`circle: ${[...trail.slice(trail.indexOf(path)), path].join(' → ')}`);
      return;
    }
    state.set(path, 'open');
    for (const target of graph.get(path) ?? []) if (graph.has(target)) visit(target, [...trail, path]);
    state.set(path, 'done');
  };
  for (const path of graph.keys()) visit(path, []);
  return found;
}
