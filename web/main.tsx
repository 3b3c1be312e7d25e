// Starts the screens: queries, theme, words, router. The code of the place, its words and what every place asks come at once, beside
// each other; then the place is drawn in one go, in small pieces that leave the browser to the person.
import './kit/theme.css';
import './shell/shell.css';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { standTips } from './kit/tip.ts';
import { queryFor } from './platform/queries.ts';
import { makeQueryClient } from './platform/query-client.ts';
import { sessionQuery } from './platform/session.tsx';
import { browserLocale, fetchTexts } from './platform/texts.tsx';
import { makeRouter } from './shell/router.tsx';
import { Splash } from './shell/splash.tsx';

/** After this the place is drawn with what is there: it says itself what it waits for, or that nothing comes. */
const patience = 2000; // ms

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  const client = makeQueryClient();
  const router = makeRouter(client);
  const ready = Promise.all([fetchTexts(browserLocale()), askAhead(client, () => router.load())]);
  if (!('Temporal' in globalThis)) await import('./platform/temporal.ts');
  standTips(document);
  const drawn = createRoot(root);
  drawn.render(<Splash />);
  await Promise.race([ready.catch(() => {}), new Promise((resolve) => setTimeout(resolve, patience))]);
  startTransition(() =>
    drawn.render(
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>,
    ),
  );
}

/** Who is there, their words, and what every place needs to name things. */
async function askAhead(client: QueryClient, loadPlace: () => Promise<void>): Promise<void> {
  const place = loadPlace();
  await client.prefetchQuery(sessionQuery);
  const me = client.getQueryData(sessionQuery.queryKey);
  if (!me) return client.prefetchQuery(queryFor('people.door', {}));
  const everywhere = ['people.list', 'directories.list', 'groups.list', 'views.layouts'] as const;
  await Promise.all([
    place,
    fetchTexts(me.appearance.locale),
    ...everywhere.map((name) => client.prefetchQuery(queryFor(name, {}))),
  ]);
}

start();
