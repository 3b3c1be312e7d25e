// What may be spoken to when an address comes from outside: names in the public internet, never this machine or its neighbours.
import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import { Agent } from 'node:https';
import { BlockList, isIP } from 'node:net';

const closed = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  closed.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['100::', 64],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  closed.addSubnet(network, bits, 'ipv6');

/** Whether an IP address lies in the public internet. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && !closed.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** Whether an address of the web may be spoken to at all, by what it says: https, a name with a dot, no password in it. */
export function isPublicUrl(text: string): boolean {
  const url = URL.parse(text);
  if (url?.protocol !== 'https:' || url.username || url.password) return false;
  const host = url.hostname;
  return (
    host.includes('.') &&
    !/[:[\]]/.test(host) &&
    isIP(host) === 0 &&
    !/(^|\.)(localhost|local|internal)$/.test(host)
  );
}

type Found = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/** As dns.lookup, but a name that leads to an address that is not public leads nowhere, whatever it led to before. */
function lookupPublic(host: string, options: LookupOptions, found: Found): void {
  lookup(host, { ...options, all: true }, (error, all) => {
    const fit = (all ?? []).filter(({ address }) => isPublicAddress(address));
    const [first] = fit;
    if (error || !first) return found(error ?? new Error(`${host} leads to no public address`), []);
    return options.all ? found(null, fit) : found(null, first.address, first.family);
  });
}

/** For connections to addresses that come from outside. */
export const publicAgent = new Agent({ lookup: lookupPublic as never, keepAlive: true, maxSockets: 20 });
