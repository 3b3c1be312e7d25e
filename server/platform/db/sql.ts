// SQL as values: kysely's tag composes fragments and keeps parameters apart from text. No query is built by joining strings.
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
} from 'kysely';

export { type RawBuilder, sql } from 'kysely';

const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

export type Statement = { text: string; values: unknown[]; name?: string };

/** Prepared statements a connection keeps at the most: each costs memory in every backend. */
const namedAtMost = 400;
const names = new Map<string, string>();

/** The statement of a fragment. Texts seen first get a name (a prepared statement saves a third of the latency); the rest stay unnamed. */
export function statement(fragment: RawBuilder<unknown>): Statement {
  const { sql: text, parameters } = fragment.compile(compiler);
  return { text, values: [...parameters], name: nameOf(text) };
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= namedAtMost) return known;
  const name = `v${names.size}`;
  names.set(text, name);
  return name;
}
