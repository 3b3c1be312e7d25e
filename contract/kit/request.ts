// How a request is declared: one value that the server answers and the screens call by the same name.
import type { z } from 'zod';

type Declared<Name extends string, I extends z.ZodType, O extends z.ZodType> = {
  name: Name;
  input: I;
  output: O;
  /** True where a person without a session may ask (sign-in, first run). */
  open: boolean;
};

/** A write: POST /api/<name>. */
export type Command<
  Name extends string = string,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> = Declared<Name, I, O> & { kind: 'command' };

/** A read: GET /api/<name>, its input as the query string. */
export type Query<
  Name extends string = string,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> = Declared<Name, I, O> & { kind: 'query' };

type Shape<I extends z.ZodType, O extends z.ZodType> = { input: I; output: O; open?: boolean };

/** Declares a write. `name` is `<slice>.<verb>`: contract key, URL, log word, permission and metric at once. */
export function command<const Name extends string, I extends z.ZodType, O extends z.ZodType>(
  name: Name,
  shape: Shape<I, O>,
): Command<Name, I, O> {
  return { kind: 'command', name, open: false, ...shape };
}

/** Declares a read. */
export function query<const Name extends string, I extends z.ZodType, O extends z.ZodType>(
  name: Name,
  shape: Shape<I, O>,
): Query<Name, I, O> {
  return { kind: 'query', name, open: false, ...shape };
}
