/** Building and serving the screens: `web` in, `dist/web` out; in development /api and /live go to the server. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { brotliFiles } from './brotli-plugin.ts';
import { helpPages } from './help-plugin.ts';

/** The host stays that of the page: the server refuses writes that come from pages of another one. */
const server = { target: `http://127.0.0.1:${process.env.VORONKA_PORT ?? 4600}`, changeOrigin: false };

/**
 * Chunks that change rarely stay cached over releases; all else that every start needs is one file, and icons that several places
 * show are one; the rest is cut by lazy routes and late parts.
 */
const chunks = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
  { name: 'tanstack', test: /node_modules[\\/]@tanstack[\\/]/ },
  { name: 'house', tags: ['$initial' as const] },
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
