// The PostgreSQL that Voronka brings along: made on the first start, adopted when it still runs, stopped by the last who leaves.
import { resolve } from 'node:path';
import { chooseAccount } from './account.ts';
import { chooseAddress } from './address.ts';
import { findShipment, installBinaries } from './binaries.ts';
import { makeCluster, OWNER } from './cluster.ts';
import { type Layout, layoutOf } from './layout.ts';
import { clusterPassword } from './password.ts';
import { endPostmaster, launchPostmaster, runsFrom, type StopMode, settledPostmaster } from './postmaster.ts';
import { type Connection, Presence } from './presence.ts';
import { accountInside, makeRoot } from './root-folder.ts';
import { aloneInRoot } from './root-lock.ts';
import type { Account } from './run-as.ts';
import { setWatchdog } from './watchdog.ts';

export { EmbeddedFault } from './fault.ts';
export { defaultDataRoot } from './layout.ts';
export { makeRoot } from './root-folder.ts';

/**
 * `settings` are PostgreSQL's, over our defaults; a server that already runs keeps its own.
 * `watchdog`: the server ends with this process however that dies, for tests. `log` gets a line for people on each slow or odd step.
 */
export type EmbeddedOptions = {
  root: string;
  settings?: Record<string, string>;
  watchdog?: boolean;
  log?: (line: string) => void;
};

/** `stop` ends the server unless another process still uses it; a second call waits for the first. */
export type EmbeddedDatabase = {
  connection: Connection;
  adopted: boolean;
  stop(mode?: StopMode): Promise<void>;
};

type Place = { layout: Layout; account: Account; options: Required<EmbeddedOptions> };
type Running = { pid: number; host: string; port: number; adopted: boolean };

/**
 * Starts the server of a data root, or adopts the one that runs there. Safe to call from many processes at once.
 * @throws EmbeddedFault with a sentence that says what to do; see its codes.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const shipment = findShipment();
  const layout = layoutOf(makeRoot(resolve(options.root)), shipment.version);
  const account = await accountInside(layout.root, layout.cluster, await chooseAccount(layout.cluster));
  const full = { settings: {}, watchdog: false, log: () => {}, ...options };
  const place: Place = { layout, account, options: full };
  return aloneInRoot(layout.lock, async () => {
    await installBinaries(shipment, layout.binaries, account, full.log);
    const password = clusterPassword(layout);
    await makeCluster(layout, account, password, full.log);
    const running = (await adopt(place)) ?? (await launch(place));
    return join(place, running, { host: running.host, port: running.port, user: OWNER, password });
  });
}

/** The server that runs already; one of another version is stopped instead, so that this version is launched. */
async function adopt({ layout, account, options }: Place): Promise<Running | undefined> {
  const found = await settledPostmaster(layout.cluster, options.log);
  if (found === undefined) return undefined;
  if (runsFrom(layout.binaries, layout.cluster)) return { ...found, adopted: true };
  options.log('Another build of PostgreSQL is running on this data: it is restarted with this one');
  await endPostmaster(layout, account, found.pid, 'fast');
  return undefined;
}

async function launch({ layout, account, options }: Place): Promise<Running> {
  const address = await chooseAddress(layout, account);
  const { settings, log } = options;
  const pid = await launchPostmaster({ layout, account, address, settings, log });
  return { pid, ...address, adopted: false };
}

async function join(place: Place, running: Running, connection: Connection): Promise<EmbeddedDatabase> {
  const { layout, account, options } = place;
  const dismiss = options.watchdog ? setWatchdog(layout, account, running.pid) : () => {};
  const presence = await Presence.enter(connection).catch(async (error) => {
    if (!running.adopted) await endPostmaster(layout, account, running.pid, 'fast');
    dismiss();
    throw error;
  });
  let stopped: Promise<void> | undefined;
  const leave = async (mode: StopMode) => {
    const found = await settledPostmaster(layout.cluster, options.log);
    if (found !== undefined && (await presence.leave()))
      await endPostmaster(layout, account, found.pid, mode);
    dismiss();
  };
  const stop = (mode: StopMode = 'fast') => (stopped ??= aloneInRoot(layout.lock, () => leave(mode)));
  return { connection, adopted: running.adopted, stop };
}
