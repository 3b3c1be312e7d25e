// The built screens: which requests ask for one, and what they get.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fixed from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** An address that no screen has: where one is led whose address could not even be read. */
export const noSuchPage = '/no-such-page';

export const asksForPage = ({ method, url }: FastifyRequest) =>
  method === 'GET' && !/^\/(api|live|files|feeds|exports|health)\b/.test(url);

/** The built screens: files by their hashed names for a year. The page that every other address shows; null: there is none. */
export async function serveScreens(server: FastifyInstance, folder: string | null): Promise<string | null> {
  if (!folder || !existsSync(join(folder, 'index.html'))) return null;
  await server.register(fixed, {
    root: folder,
    index: false,
    cacheControl: false,
    preCompressed: true,
    setHeaders(response, path) {
      response.header('vary', 'accept-encoding');
      response.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  // The files' own route would refuse the bare folder.
  server.get('/', (_, reply) => reply.header('cache-control', 'no-cache').sendFile('index.html'));
  return 'index.html';
}
