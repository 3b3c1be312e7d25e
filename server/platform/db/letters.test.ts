// A database that would search Russian words wrongly is refused at the start.
import { randomUUID } from 'node:crypto';
import { expect, inject, it } from 'vitest';
import { freshDatabase } from '../../testing/world.ts';
import { openLog } from '../log.ts';
import { openClient, openPool } from './connection.ts';
import { LettersFault, mustKnowLetters } from './letters.ts';

const options = { max: 1, settings: '' };

it('R-01 a database with a UTF-8 locale is accepted', async () => {
  const pool = openPool(await freshDatabase(), openLog('silent'), options);
  await mustKnowLetters(pool);
  await pool.end();
});

it('R-01 a database made with the locale C is refused in words', async () => {
  const server = inject('testServer');
  const name = `letters_${randomUUID().replaceAll('-', '')}`;
  const client = await openClient(server);
  await client.query(
    `create database ${name} template template0 encoding UTF8 locale_provider libc lc_collate 'C' lc_ctype 'C'`,
  );
  await client.end();
  const pool = openPool({ ...server, database: name }, openLog('silent'), options);
  await pool.query('create extension pg_trgm');
  await expect(mustKnowLetters(pool)).rejects.toThrow(LettersFault);
  await pool.end();
});
