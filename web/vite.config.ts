/** Building and serving the screens: `web` in, `dist/web` out; in development /api and /live go to the server. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { brotliFiles } from './brotli-plugin.ts';
import { helpPages } from './help-plugin.ts';

/** The host stays that of the page: the server refuses writes that come from pages of another one. */
const server = { target: `http://127.0.0.1:${process.env.VORONKA_PORT ?? 4600}`, changeOrigin: false };

/** Small things that nearly every place needs: one file, for a file of its own costs a browser more than its letters. */
const inEveryPlace = new RegExp(
  [
    '@mantine/core/esm/components/(Input|InputBase|CloseButton|TextInput|VisuallyHidden)/',
    '@mantine/core/esm/core/styles-api/use-resolved-styles-api/',
    '@mantine/hooks/esm/(use-id|use-merged-ref|use-uncontrolled|use-focus-trap|utils/random-id)/',
    '@mantine/core/esm/core/(DirectionProvider|utils/(create-safe-context|noop|to-int|get-env))/',
    '/contract/text/(intl|group-path|fold|layout|numbered|format)[.]ts',
    '/contract/kit/(interval|view)[.]ts',
    '/web/platform/(kit-labels|references|format)[.]ts',
    '/web/kit/(tints|tint-glyph|states/skeleton-rows|fields/(fields[.]module|unsettled))[.](css|tsx?)',
  ].join('|'),
);
const inEveryList = new RegExp(
  [
    '/contract/kit/view-url[.]ts',
    '/web/platform/(first-focus|create-key|list-view|layouts)[.]ts',
    '/web/kit/grid/(use-latest|selection|use-blocks|text-cell-editor|cell-link)[.]tsx?',
    '/web/features/(views/(filter-fields|view-words)|tasks/task-filters)[.]ts',
    '/web/(pages/use-client-names|platform/client-names)[.]ts',
  ].join('|'),
);

/**
 * Chunks that change rarely stay cached over releases; all else that every start needs is one file, and icons that several places
 * show are one; the rest is cut by lazy routes and late parts.
 */
const chunks = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
  { name: 'tanstack', test: /node_modules[\\/]@tanstack[\\/]/ },
  { name: 'house', tags: ['$initial' as const] },
  { name: 'everywhere', test: inEveryPlace },
  { name: 'lists', test: inEveryList },
  {
    name: 'popovers',
    test: /@floating-ui|@mantine.core.esm.(components.(Popover|FocusTrap|Overlay|OptionalPortal|Portal)|utils.Floating)/,
  },
  { name: 'icons', test: /node_modules[\\/]@tabler[\\/]/, minShareCount: 3 },
];

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), helpPages(), brotliFiles()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'esnext',
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
  },
  server: { proxy: { '/api': server, '/live': server, '/files': server, '/imports': server } },
});
