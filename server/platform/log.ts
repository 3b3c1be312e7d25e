// Structured logs without personal data: codes, ids and figures, never names, texts or addresses.
import { type Logger, pino } from 'pino';

export type Log = Logger;

/** From talkative to mute. */
export const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

export function openLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
