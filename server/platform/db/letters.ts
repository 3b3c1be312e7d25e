// Whether the database knows Russian letters: one made with the locale C would search and compare them wrongly, in silence.
import type pg from 'pg';

/** The database folds or splits Russian letters wrongly; a plain sentence says what to do. */
export class LettersFault extends Error {}

/** Throws LettersFault unless capital letters fold and trigrams are found in Russian words. */
export async function mustKnowLetters(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query(
    `select cardinality(show_trgm('Договор')) > 0 and lower('Ё') = 'ё' as knows, current_setting('server_version_num')::int as version`,
  );
  if (rows[0].version < 150_000)
    throw new LettersFault('Voronka needs PostgreSQL 15 or later. Give it a newer one in DATABASE_URL.');
  if (!rows[0].knows)
    throw new LettersFault(
      'This database does not know Russian letters: it was made with the locale C. Make a new one with a UTF-8 locale, for example: create database voronka template template0 encoding UTF8 lc_ctype "C.UTF-8"',
    );
}
