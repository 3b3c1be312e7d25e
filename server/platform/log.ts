// Structured logs without personal data: codes, ids and figures, never names, texts or addresses.
import { type Logger, pino } from 'pino';

export type Log = Logger;

export function openLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
