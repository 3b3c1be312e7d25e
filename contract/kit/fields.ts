// Field schemas that every slice uses: texts, ids, days, moments. Each fault carries a code, never a sentence.
import { z } from 'zod';
import { isDay, isMoment } from './interval.ts';
import type { FaultCode } from './refusal.ts';
import { readRepeat } from './repeat.ts';

function fault(code: FaultCode) {
  return { params: { code } };
}

const storable = (schema: z.ZodString) =>
  schema
    .refine((text) => !text.includes('\u0000'), fault('fault.nulByte'))
    .refine((text) => text.isWellFormed(), fault('fault.malformedText'));

/** Breaks of lines and tabs, which a paste brings along. */
const breaks = /\s*[\t\n\v\f\r\u0085\u2028\u2029]\s*/gu;
/** Breaks of lines, with the comma that may stand before one. */
const lineBreaks = /[,;]?\s*[\n\v\f\r\u0085\u2028\u2029]\s*/gu;
/** Spaces, and signs that nobody sees: zero widths, marks of direction, soft hyphens. */
const unseen =
  '[\\s\\u00ad\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff\\u{e0000}-\\u{e007f}]+';
const unseenEnds = new RegExp(`^${unseen}|${unseen}$`, 'gu');
/** Letters and signs that are drawn as nothing: fillers of Hangul, the empty cell of Braille. */
const blanks = /[\u115f\u1160\u2800\u3164\uffa0]/gu;

/** The text as one line, without what cannot be seen at its ends. */
export const oneLine = (text: string) => text.replace(breaks, ' ').replace(unseenEnds, '');

/** Whether there is anything in the text to see. */
export const isSeen = (text: string) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text.replace(blanks, ''));

/** A text of one line, trimmed; may be empty. `max` in characters. */
export const lineText = (max = 500) => storable(z.string().overwrite(oneLine).max(max));

/** An address: one line too, lines of a letterhead become its parts. */
export const addressText = (max = 2000) =>
  storable(
    z
      .string()
      .overwrite((text) => oneLine(text.trim().replace(lineBreaks, ', ')))
      .max(max),
  );

/** A name: one line, trimmed, with something in it to see. */
export const nameText = (max = 500) =>
  storable(z.string().overwrite(oneLine).min(1).max(max)).refine(
    (text) => text === '' || !text.isWellFormed() || isSeen(text),
    fault('fault.required'),
  );

/** Words to find rows by; one that is given twice is kept once. */
export const tagsList = () =>
  z
    .array(nameText(100))
    .max(100)
    .overwrite((given) => [...new Set(given)]);

/** A text of many lines; 1,000,000 characters is the bound of a request, not of a thought. */
export const longText = () => storable(z.string().max(1_000_000));

/** The same, with something in it to see. */
export const filledText = () => longText().refine((text) => text.trim() !== '', fault('fault.required'));

/** An id as the database gives it and people read it. */
export const id = () => z.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/** Ids of a bulk change; more than this many rows are named by a view instead. */
export const ids = () => z.array(id()).min(1).max(10_000);

/** The version of a row that the writer has seen. */
export const version = () => z.number().int().positive();

/** A calendar day in the firm's time zone: `YYYY-MM-DD`, 1900 to 2200. */
export const day = () => z.string().refine(isDay, fault('fault.day'));

/** An instant: ISO 8601 with an offset or Z, 1900 to 2200. */
export const moment = () => z.string().refine(isMoment, fault('fault.moment'));

/** A name of the IANA list: an offset is none, and PostgreSQL would read it with the other sign. */
const zoneForm = /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/;

/** A time zone of the IANA list, as this runtime knows it. */
export const timeZone = () =>
  z.string().refine((zone) => {
    try {
      return zoneForm.test(zone) && Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
    } catch {
      return false;
    }
  }, fault('fault.choice'));

export const locale = () => z.enum(['ru', 'en']);

/** When a task comes again: RFC 5545, as far as `readRepeat` understands it. */
export const repeatRule = () =>
  z.string().refine((text) => readRepeat(text) !== null, { params: { code: 'task.repeatUnknown' } });

/** Minutes ahead at which one is reminded, 28 days at the most; -1: never. */
export const remindMinutes = () => z.number().int().min(-1).max(40_320);

/** What the reader may do with this very row; the screens never decide it anew. */
export const can = z.object({ change: z.boolean(), delete: z.boolean() });

/** What every command answers with besides its own: the operation that Undo names (null where nothing was to change). */
export const done = z.object({ operation: z.number().nullable() });
