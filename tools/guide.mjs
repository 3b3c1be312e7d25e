// npm run guide: walks the guide's journeys in both languages, records them beside their pages of help and builds the screens with them.

import { join } from 'node:path';
import { endWith, project, run } from './foreground.mjs';
import { ensureBuild, ensureChromium, ensureModules, pinnedNode } from './setup.mjs';

await endWith(async () => {
  await ensureModules();
  const chromium = await ensureChromium();
  await ensureBuild();
  const vitest = join(project, 'node_modules', 'vitest', 'vitest.mjs');
  const code = await run(pinnedNode(), [vitest, 'run', '--project', 'e2e', 'guide.spec'], {
    ...process.env,
    VORONKA_CHROMIUM: chromium,
    VORONKA_GUIDE: '1',
  });
  await ensureBuild();
  return code;
});
