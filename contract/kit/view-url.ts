// A view as URL parameters and back. The same parameters are the address of the screen and the query string of the list request.
import { isDay } from './interval.ts';
import type { viewFaultCodes } from './refusal.ts';
import {
  type Condition,
  emptyView,
  type Interval,
  type Preset,
  pageSizes,
  presets,
  type SortKey,
  type View,
} from './view.ts';

export type Parameters = Record<string, string>;

/** What was not understood in an address made by hand: the parameter, and why. */
export type ViewFault = { path: string; code: (typeof viewFaultCodes)[number] };

/** What is looked for is a word or a few; a longer text is a paste gone astray. */
const searchAtMost = 500; // characters
/** What looks like a day, whether or not there is such a one. */
const dayForm = /^\d{1,6}-\d{1,2}-\d{1,2}$/;
const fieldForm = /^[a-zA-Z][a-zA-Z0-9]{0,39}$/;

/** The view as parameters; what equals the default is left out, so that short views have short addresses. */
export function viewToParameters(view: View): Parameters {
  const out: Parameters = {};
  if (view.interval) out.d = intervalText(view.interval);
  for (const condition of view.where) out[`f.${condition.field}`] = conditionText(condition);
  for (const [field, text] of Object.entries(view.search)) if (text !== '') out[`s.${field}`] = text;
  if (view.searchMode === 'prefix') out.mode = 'prefix';
  if (view.text !== '') out.q = view.text;
  if (view.sort.length > 0) out.sort = view.sort.map((key) => (key.desc ? '-' : '') + key.field).join(',');
  if (view.columns) out.cols = view.columns.join(',');
  if (view.pageSize) out.n = String(view.pageSize);
  if (view.page > 1) out.page = String(view.page);
  return out;
}

/** The view that the parameters mean, and what in them means nothing: that is left out of the view. `own` are parameters of the caller to pass over. */
export function viewFromParameters(
  of: string,
  parameters: Parameters,
  own: readonly string[] = [],
): { view: View; faults: ViewFault[] } {
  let view = emptyView(of);
  const faults: ViewFault[] = [];
  for (const [name, text] of Object.entries(parameters)) {
    if (own.includes(name)) continue;
    const next = { ...view };
    const fault = readParameter(next, name, text);
    if (fault) faults.push({ path: name, code: fault });
    else view = next;
  }
  return { view, faults };
}

/** False: the value means nothing; a code where more can be said. */
type Reader = (view: View, text: string) => boolean | ViewFault['code'];

const readers: Record<string, Reader> = {
  d: (view, text) => {
    const interval = readInterval(text);
    if (typeof interval === 'object') view.interval = interval;
    return typeof interval === 'object' ? true : interval;
  },
  mode: (view, text) => {
    view.searchMode = text === 'prefix' ? 'prefix' : 'inside';
    return text === 'prefix' || text === 'inside';
  },
  q: (view, text) => {
    view.text = text;
    return text.length <= searchAtMost;
  },
  sort: (view, text) => {
    view.sort = text.split(',').map(readSortKey);
    return view.sort.every((key) => fieldForm.test(key.field)) && view.sort.length <= 4;
  },
  cols: (view, text) => {
    view.columns = text.split(',').filter((name) => fieldForm.test(name));
    return view.columns.length > 0;
  },
  n: (view, text) => {
    view.pageSize = Number(text);
    return (pageSizes as readonly number[]).includes(view.pageSize);
  },
  page: (view, text) => {
    view.page = Number(text);
    return /^[1-9]\d{0,6}$/.test(text);
  },
};

function readParameter(view: View, name: string, text: string): ViewFault['code'] | null {
  const [prefix, field] = [name.slice(0, 2), name.slice(2)];
  if (prefix === 'f.' && fieldForm.test(field)) {
    const condition = readCondition(field, text);
    if (!condition) return 'view.badValue';
    view.where = [...view.where, condition];
    return null;
  }
  if (prefix === 's.' && fieldForm.test(field)) {
    if (text !== '') view.search = { ...view.search, [field]: text };
    return text.length <= searchAtMost ? null : 'view.badValue';
  }
  const reader = Object.hasOwn(readers, name) ? readers[name] : undefined;
  if (!reader) return 'view.unknownParameter';
  const read = reader(view, text);
  if (typeof read === 'string') return read;
  return read ? null : 'view.badValue';
}

/** A parameter of a place's own that has to be one of a few words. */
export function oneOfFaults(path: string, text: string | undefined, known: readonly string[]): ViewFault[] {
  return text === undefined || known.includes(text) ? [] : [{ path, code: 'view.badValue' }];
}

function readSortKey(text: string): SortKey {
  return text.startsWith('-') ? { field: text.slice(1), desc: true } : { field: text, desc: false };
}

function intervalText(interval: Interval): string {
  return 'preset' in interval ? interval.preset : `${interval.from ?? ''}..${interval.to ?? ''}`;
}

function readInterval(text: string): Interval | false | ViewFault['code'] {
  if ((presets as readonly string[]).includes(text)) return { preset: text as Preset };
  const range = readRange(text);
  if (!range) return false;
  const given = [range.from, range.to].filter((day) => day !== null);
  if (!given.every((day) => dayForm.test(day))) return false;
  if (!given.every(isDay)) return 'view.noSuchDay';
  const isOrdered = range.from === null || range.to === null || range.from <= range.to;
  return isOrdered ? range : 'view.endBeforeStart';
}

function readRange(text: string): { from: string | null; to: string | null } | null {
  const parts = text.split('..');
  if (parts.length !== 2 || text === '..') return null;
  return { from: decode(parts[0] ?? '') || null, to: decode(parts[1] ?? '') || null };
}

/** Commas, dots and signs inside a value are written as %XX, so that they do not read as the language's own. */
function encode(value: string): string {
  return value.replace(/[%,!~^*.-]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function decode(value: string): string {
  return value.replace(/%([0-9A-F]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function conditionText(condition: Condition): string {
  switch (condition.op) {
    case 'in':
      return condition.values.map(encode).join(',');
    case 'notIn':
      return `!${condition.values.map(encode).join(',')}`;
    case 'range':
      return `${encodeBound(condition.from)}..${encodeBound(condition.to)}`;
    case 'contains':
      return `~${condition.text}`;
    case 'starts':
      return `^${condition.text}`;
    case 'empty':
      return '-';
    case 'filled':
      return '*';
  }
}

/** Days keep their hyphens in a range: 2026-11-23..2026-11-30 is read by people too. */
function encodeBound(bound: string | null): string {
  if (bound === null) return '';
  return bound.replace(/[%.~^]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function readCondition(field: string, text: string): Condition | null {
  if (text === '-') return { field, op: 'empty' };
  if (text === '*') return { field, op: 'filled' };
  if (text.startsWith('~') && text.length > 1) return { field, op: 'contains', text: text.slice(1) };
  if (text.startsWith('^') && text.length > 1) return { field, op: 'starts', text: text.slice(1) };
  if (text.includes('..')) {
    const range = readRange(text);
    return range && { field, op: 'range', ...range };
  }
  const no = text.startsWith('!');
  const values = (no ? text.slice(1) : text).split(',').map(decode);
  if (values.some((value) => value === '') || values.length > 500) return null;
  return { field, op: no ? 'notIn' : 'in', values };
}
