// npm start: installs and builds what is missing or outdated, then runs the server under the pinned Node.
import { join } from 'node:path';
import { endWith, project, run } from './foreground.mjs';
import { ensureBuild, ensureModules, pinnedNode } from './setup.mjs';

await endWith(async () => {
  await ensureModules();
  await ensureBuild();
  return run(pinnedNode(), [join(project, 'server', 'main.ts'), ...process.argv.slice(2)]);
});
