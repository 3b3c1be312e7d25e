// npm run dev: the server, started anew at each change of its code, and the screens by Vite, which puts changes into the open page. Ctrl+C ends both.
import { join } from 'node:path';
import { endWith, project, run } from './foreground.mjs';
import { ensureModules, pinnedNode } from './setup.mjs';

const vite = join(project, 'node_modules', 'vite', 'bin', 'vite.js');

await endWith(async () => {
  await ensureModules();
  const node = pinnedNode();
  const codes = await Promise.all([
    run(node, [
      '--watch',
      '--watch-preserve-output',
      join(project, 'server', 'main.ts'),
      ...process.argv.slice(2),
    ]),
    run(node, [vite, '--config', join(project, 'web', 'vite.config.ts')]),
  ]);
  return Math.max(...codes);
});
