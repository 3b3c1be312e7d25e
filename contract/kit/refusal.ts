// Refusals: expected noes. The server says a code and its figures; the words are in the catalogues of the screens.

export type Params = Record<string, string | number | boolean | null>;

/** One fault of one field of a form; `path` is dotted: `phones.0.value`. */
export type Fault = { path: string; code: string; params?: Params };

/** The body of every answer that is not a success. */
export type RefusalAnswer = {
  refusal: {
    code: string;
    params: Params;
    faults: Fault[];
    /** What the refusal speaks of: the row as it stands now at a stale write, what uses a record at a refused deletion. */
    details?: unknown;
    requestId: string;
  };
};

/** Codes that any request may answer with; each slice lists its own beside its requests. */
export const kitRefusals = [
  'input.faulty',
  'session.missing',
  'right.missing',
  'record.missing',
  'record.stale',
  'record.inUse',
  'record.usesBeyond',
  'request.unknown',
  'request.tooLarge',
  'request.tooMany',
  'request.keyReused',
  'request.badKey',
  'request.badJson',
  'request.notUtf8',
  'request.contentType',
  'view.faulty',
  'server.fault',
  'server.busy',
] as const;

/** Codes of faults of single fields. */
export const faultCodes = [
  'fault.required',
  'fault.type',
  'fault.tooLong',
  'fault.tooShort',
  'fault.tooBig',
  'fault.tooSmall',
  'fault.unknownKey',
  'fault.choice',
  'fault.format',
  'fault.nulByte',
  'fault.malformedText',
  'fault.missingRecord',
  'fault.taken',
  'fault.sameName',
  'fault.sameNameArchived',
  'fault.day',
  'fault.moment',
] as const;

/** Codes of faults of the parameters of a view (`view.faulty`). */
export const viewFaultCodes = [
  'view.unknownParameter',
  'view.badValue',
  'view.noSuchValue',
  'view.noSuchDay',
  'view.endBeforeStart',
  'view.unknownField',
  'view.notSearchable',
  'view.notSortable',
] as const;

export type FaultCode = (typeof faultCodes)[number];
