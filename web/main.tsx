// Starts the screens: queries, theme, words, router.
import './kit/theme.css';
import './shell/shell.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { standTips } from './kit/tip.ts';
import { makeQueryClient } from './platform/query-client.ts';
import { fetchTexts } from './platform/texts.tsx';
import { makeRouter } from './shell/router.tsx';

async function start(): Promise<void> {
  fetchTexts();
  if (!('Temporal' in globalThis)) await import('./platform/temporal.ts');
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  standTips(document);
  const client = makeQueryClient();
  createRoot(root).render(
    <QueryClientProvider client={client}>
      <RouterProvider router={makeRouter(client)} />
    </QueryClientProvider>,
  );
}

start();
