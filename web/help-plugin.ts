// The guide at build time: each page of docs/help becomes a module of its HTML and of its recording, where one was made (`npm run guide`).
import { existsSync } from 'node:fs';
import { marked } from 'marked';
import type { Plugin } from 'vite';

export function helpPages(): Plugin {
  return {
    name: 'help-pages',
    enforce: 'pre',
    async transform(text, id) {
      const [path = '', query] = id.split('?');
      if (!/\/docs\/help\/\w+\/[\w-]+\.md$/.test(path)) return null;
      const title = /^# (.+)$/m.exec(text)?.[1] ?? '';
      if (query === 'title') return `export default ${JSON.stringify(title)};`;
      const html = await marked.parse(text.replace(/^# .+$/m, ''), { async: true });
      return `export const html = ${JSON.stringify(html)};\n${recordingOf(path)}`;
    },
  };
}

function recordingOf(page: string): string {
  const recording = page.replace(/\.md$/, '.webm');
  if (!existsSync(recording)) return 'export const video = null;';
  const captions = page.replace(/\.md$/, '.vtt');
  return `import file from ${JSON.stringify(`${recording}?url&no-inline`)};
import captions from ${JSON.stringify(`${captions}?url&no-inline`)};
export const video = { file, captions };`;
}
