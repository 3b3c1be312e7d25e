// The address to listen on: tried before the database is started, so that a start that cannot succeed makes nothing.
import { createServer } from 'node:net';
import { SettingFault } from './settings.ts';

type Place = { port: number; host: string };

/** Takes the port and gives it back. Throws SettingFault. */
export function mustBeFree(place: Place): Promise<void> {
  return new Promise((settle, fail) => {
    const probe = createServer();
    probe.once('error', (error) => fail(listenFault(error, place)));
    probe.listen({ ...place, exclusive: true }, () => probe.close(() => settle()));
  });
}

/** Why the place cannot be listened on, in words; any other error as it is. */
export function listenFault(error: Error, { port, host }: Place): Error {
  const words: Record<string, string> = {
    EADDRINUSE: `Port ${port} is taken by another program, maybe by a Voronka that already runs. Stop that one, or set VORONKA_PORT to another port.`,
    EACCES: `Port ${port} may not be used by this account; mostly those below 1024 are closed to it. Set VORONKA_PORT to 1024 or more.`,
    EADDRNOTAVAIL: `VORONKA_HOST is "${host}", which is no address of this computer. Set it to one, such as 127.0.0.1, or to 0.0.0.0 for all of them.`,
    ENOTFOUND: `VORONKA_HOST is "${host}", a name that no address is known for. Set it to an address of this computer, such as 127.0.0.1.`,
  };
  const { code = '' } = error as NodeJS.ErrnoException;
  const known = words[code === 'EAI_AGAIN' ? 'ENOTFOUND' : code === 'EINVAL' ? 'EADDRNOTAVAIL' : code];
  return known === undefined ? error : new SettingFault(known);
}
