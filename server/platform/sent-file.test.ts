// The name of a file that is made for a browser.
import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { sayFile } from './sent-file.ts';

async function nameOf(name: string): Promise<string> {
  const server = Fastify();
  server.get('/', (_, reply) => {
    sayFile(reply, name, 'pdf');
    return reply.send('x');
  });
  const said = (await server.inject('/')).headers['content-disposition'] as string;
  await server.close();
  return decodeURIComponent(said.slice("attachment; filename*=UTF-8''".length));
}

it('P-03 is in the reader’s letters, without what file systems do not take, and never empty or endless', async () => {
  expect(await nameOf('Задачи 2026-11-28')).toBe('Задачи 2026-11-28.pdf');
  expect(await nameOf('ООО «Альфа» / "Б":\r\nx')).toBe('ООО «Альфа» Б x.pdf');
  expect(await nameOf('\u0000../..')).toBe('.. ...pdf');
  expect(await nameOf("O'Neil (UK)*")).toBe("O'Neil (UK).pdf");
  expect(await nameOf('?')).toBe('Voronka.pdf');
  expect((await nameOf('😀'.repeat(300))).length).toBe(200 + '.pdf'.length);
});
