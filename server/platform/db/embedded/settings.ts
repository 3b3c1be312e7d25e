// The server's settings, given on its command line at each start, so that a data folder carries none of its own.
import { statfsSync } from 'node:fs';
import { totalmem } from 'node:os';
import type { Address } from './address.ts';

const MEGABYTE = 1024 * 1024;
const SMALL_SHM_BYTES = 256 * MEGABYTE;

/**
 * Megabytes that the database keeps its pages in: an eighth of what this machine, or the container around us, has. Taken only as
 * it fills. A base of a million tasks fits into a gigabyte, and a page that is not there costs as much as the rest of a small question.
 */
function ownMemory(): number {
  const limit = process.constrainedMemory();
  const all = limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  return Math.min(1024, Math.max(256, Math.floor(all / 8 / MEGABYTE)));
}

/** What suits one firm on two cores (DATABASE.md §5 has the measurements). */
const DEFAULTS = {
  shared_buffers: `${ownMemory()}MB`,
  work_mem: '16MB',
  max_wal_size: '2GB',
  random_page_cost: '1.1',
  jit: 'off',
  max_connections: '60',
  wal_compression: 'pglz',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/** `-c name=value` words: the defaults, the caller's own over them, and the address over both. */
export function settingWords(address: Address, own: Record<string, string>): string[] {
  const all = { ...DEFAULTS, ...sharedMemory(), ...own, ...listening(address) };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function listening({ host, port }: Address): Record<string, string> {
  const socket = host.startsWith('/');
  return {
    listen_addresses: socket ? '' : host,
    unix_socket_directories: socket ? `"${host.replaceAll('"', '""')}"` : '', // a list, hence the quotes
    unix_socket_permissions: '0700',
    port: String(port),
  };
}

/** A container's /dev/shm of 64 MB is too small for a parallel query: files in the cluster serve instead. */
function sharedMemory(): Record<string, string> {
  if (process.platform !== 'linux') return {};
  try {
    const { blocks, bsize } = statfsSync('/dev/shm');
    return blocks * bsize >= SMALL_SHM_BYTES ? {} : { dynamic_shared_memory_type: 'mmap' };
  } catch {
    return { dynamic_shared_memory_type: 'mmap' };
  }
}
