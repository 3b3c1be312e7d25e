// Expected noes: refuse(code) anywhere on the server becomes one answer with one HTTP status. Anything else thrown is a fault of ours (500).
import type { Fault, Params } from '../../contract/kit/refusal.ts';

export class Refusal extends Error {
  readonly code: string;
  readonly params: Params;
  readonly faults: Fault[];
  readonly details: unknown;

  constructor(code: string, params: Params, more: { faults?: Fault[]; details?: unknown }) {
    super(code);
    this.code = code;
    this.params = params;
    this.faults = more.faults ?? [];
    this.details = more.details;
  }
}

/** Ends the request with an expected no; nothing of the transaction stays. */
export function refuse(code: string, params: Params = {}, details?: unknown): never {
  throw new Refusal(code, params, { details });
}

/** Ends the request because of single fields, all of them at once. */
export function refuseFields(faults: Fault[]): never {
  throw new Refusal('input.faulty', {}, { faults });
}

const statuses: Record<string, number> = {
  'session.missing': 401,
  'right.missing': 403,
  'record.missing': 404,
  'client.merged': 404,
  'request.unknown': 404,
  'record.stale': 409,
  'request.badJson': 400,
  'request.notUtf8': 400,
  'request.contentType': 415,
  'request.tooLarge': 413,
  'request.tooMany': 429,
  'file.tooManyAtOnce': 429,
  'server.fault': 500,
  'server.busy': 503,
};

/** HTTP status of a refusal; codes not listed are refusals of the input (422). */
export function statusOf(code: string): number {
  return statuses[code] ?? 422;
}
