// The PostgreSQL that Voronka brings along: made on the first start, adopted when it still runs, started again when it dies,
// stopped by the last who leaves.
import { resolve } from 'node:path';
import { chooseAccount } from './account.ts';
import { type Address, chooseAddress, restoreAddress } from './address.ts';
import { findShipment, installBinaries } from './binaries.ts';
import { makeCluster, OWNER } from './cluster.ts';
import { EmbeddedFault } from './fault.ts';
import { keepStanding, type Standing, watchForStop } from './keeper.ts';
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
 * `gaveUp` hears, at most once, that the server has gone for good: it could not be started again, or kept falling.
 */
export type EmbeddedOptions = {
  root: string;
  settings?: Record<string, string>;
  watchdog?: boolean;
  log?: (line: string) => void;
  gaveUp?: (fault: EmbeddedFault) => void;
};

/** The connection stays the same for as long as the process lives. `stop` ends the server unless another process still uses it; a second call waits for the first. */
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
  const full = { settings: {}, watchdog: false, log: () => {}, gaveUp: () => {}, ...options };
  const place: Place = { layout, account, options: full };
  return aloneInRoot(layout.lock, async () => {
    await installBinaries(shipment, layout.binaries, account, full.log);
    const password = clusterPassword(layout);
    await makeCluster(layout, account, password, full.log);
    const running = (await adopt(place)) ?? (await launch(place, await chooseAddress(layout, account)));
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

async function launch({ layout, account, options }: Place, address: Address): Promise<Running> {
  const { settings } = options;
  const pid = await launchPostmaster({ layout, account, address, settings });
  return { pid, host: address.host, port: address.port, adopted: false };
}

async function join(place: Place, running: Running, connection: Connection): Promise<EmbeddedDatabase> {
  const { layout, account, options } = place;
  let stay = await enter(place, running, connection);
  let stopped: Promise<void> | undefined;
  const raise = () =>
    aloneInRoot(layout.lock, async () => {
      if (stopped) return undefined;
      stay.dismiss();
      stay = await enter(place, await foundOrLaunched(place, connection, stay.pid), connection);
      return standing(stay);
    });
  keepStanding(standing(stay), raise, options.log).catch(options.gaveUp);
  const leave = async (mode: StopMode) => {
    const found = await settledPostmaster(layout.cluster, options.log);
    if (found !== undefined && (await stay.presence.leave()))
      await endPostmaster(layout, account, found.pid, mode);
    stay.dismiss();
  };
  const stop = (mode: StopMode = 'fast') => (stopped ??= aloneInRoot(layout.lock, () => leave(mode)));
  return { connection, adopted: running.adopted, stop };
}

/** Our being in a running server. */
type Stay = { pid: number; launched: boolean; presence: Presence; dismiss: () => void };

/** A server that we have launched ourselves is ended again when it does not let us in. */
async function enter({ layout, account, options }: Place, running: Running, connection: Connection) {
  const { pid, adopted } = running;
  const dismiss = options.watchdog ? setWatchdog(layout, account, pid) : () => {};
  const presence = await Presence.enter(connection, pid).catch(async (error) => {
    if (!adopted) await endPostmaster(layout, account, pid, 'fast');
    dismiss();
    throw error;
  });
  const endWatch = watchForStop(layout.cluster, presence.lose);
  const end = () => {
    endWatch();
    dismiss();
  };
  return { pid, launched: !adopted, presence, dismiss: end };
}

function standing({ launched, presence }: Stay): Standing {
  return { launched, lost: presence.lost };
}

/**
 * The server after it has thrown us out: the same one after a fault of one of its own processes, one that another Voronka has
 * launched meanwhile (of whatever version: two would else restart it in turn), or a new one at the old address.
 */
async function foundOrLaunched(place: Place, address: Address, formerPid: number): Promise<Running> {
  const { layout, account, options } = place;
  const found = await settledPostmaster(layout.cluster, () => {});
  if (found === undefined) {
    options.log(
      `The database (process ${formerPid}) has ended by itself and is started again; see ${layout.log}`,
    );
    restoreAddress(address, account);
    return launch(place, address);
  }
  if (found.host !== address.host || found.port !== address.port)
    throw new EmbeddedFault(
      'embedded.startFailed',
      'Another Voronka has started the database at another address.',
    );
  const what = found.pid === formerPid ? 'has dropped all connections' : `follows process ${formerPid}`;
  options.log(`The database (process ${found.pid}) ${what} and takes connections again; see ${layout.log}`);
  return { ...found, adopted: true };
}
