// What a list can be asked about: a slice declares its fields once; filter, search, sort and columns all come from here.
import type { Condition } from '../../../contract/kit/view.ts';
import type { Actor } from '../actor.ts';
import type { RawBuilder } from '../db/sql.ts';
import type { Rows } from '../db/transaction.ts';

/** Who asks, and when: everything a view's SQL depends on besides the view. */
export type Reader = {
  rows: Rows;
  actor: Actor;
  /** The present moment, ISO 8601, and the firm's day at it. */
  now: string;
  today: string;
  timeZone: string;
  /** Whether a search may mean what is one slip away, and whether it did. */
  slips: { allowed: boolean; used: boolean };
};

/** Where the text of a field can be looked for. */
export type TextSearch = {
  /** A column that holds the folded text (see contract/text/fold.ts), with a trigram index. */
  folded: RawBuilder<string>;
  /** The table of that column, to see whether a spelling occurs at all. */
  table: RawBuilder<unknown>;
  /** The list's column that names rows of `table`, and what they are named by there. Absent: it is the list's own text. */
  through?: { column: RawBuilder<unknown>; key: RawBuilder<unknown> };
  /** Of the rows found by `through`, those the reader may see: what a reader cannot see does not count as found. */
  seen?: RawBuilder<boolean>;
  /** Digits are looked for instead of words: in telephones, one after another, or in a single number as that of a firm. */
  digits?: 'phones' | 'number';
  /** It is what rows are called by: a slip of one letter is forgiven where all columns are searched. */
  isName?: true;
};

export type Field = {
  type: 'id' | 'text' | 'number' | 'ref' | 'day' | 'moment' | 'flag' | 'tags';
  /** The value in SQL, over the list's table `t` and the joins named in `join`. */
  value: RawBuilder<unknown>;
  join?: string;
  /** What sorting goes by; absent: the value. Null: the field does not sort. */
  order?: RawBuilder<unknown> | null;
  /** What sorting goes by is never null. */
  filled?: true;
  /** An index gives the order and has the nulls too. */
  indexed?: true;
  search?: TextSearch;
  /** For references: records in groups, `g5` in a condition. */
  inGroups?: (groups: number[]) => RawBuilder<boolean>;
  /** A condition of its own kind; null: not one of its own. */
  condition?: (condition: Condition, reader: Reader) => RawBuilder<boolean> | null;
};

/** Which rows of the view, in its order. */
export type Window = { offset: number; limit: number };

export type Source = {
  of: string;
  /** The list's table under the alias `t`. */
  table: RawBuilder<unknown>;
  fields: Record<string, Field>;
  /** Joins by name; each sees `t` and keeps to the reader's rights. */
  joins: (reader: Reader) => Record<string, RawBuilder<unknown>>;
  /** What the reader may see. */
  access: (actor: Actor) => RawBuilder<boolean>;
  /** Conditions of the interval; absent: the list knows no interval. */
  interval?: {
    /** Narrowed by moments, so that the index that gives the order gives the interval too. */
    moment: RawBuilder<string>;
    overdue: (reader: Reader) => RawBuilder<boolean>;
    undated: RawBuilder<boolean>;
  };
  /** Fields that the search box of all columns looks at. */
  everywhere: string[];
  defaultSort: { field: string; desc: boolean }[];
  /** The answered row as JSON, and the joins it needs. */
  row: (reader: Reader) => RawBuilder<unknown>;
  rowJoins: string[];
  /** Fields that each stand first in an index which ends with the interval's moment: one value of any of them, in that order, is found by it. */
  steady?: string[];
  /** Sorting by a name in another table, walked in that table's order: makes long lists by client or manager instant. */
  walks?: Record<string, Walk>;
};

export type Walk = {
  /** The partners under the alias `w`, with `id`. */
  partners: RawBuilder<unknown>;
  /** The list's column that names a partner; rows without one come last. */
  column: RawBuilder<unknown>;
  /** The order of partners, over `w`. */
  order: RawBuilder<unknown>;
  /** What partners are ordered by is never null. */
  filled?: true;
  /** One of them may have nearly all rows. */
  uneven?: true;
  /** The walk is right only for readers who may see every partner. */
  allowed: (actor: Actor) => boolean;
};
