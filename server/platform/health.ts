// Whether the house can work, for whoever watches it from outside: only with its database.
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';

const patience = 1000; // ms

/** Asks the database, at most one question at a time, however many want to know and however long it is silent. */
export function watchHealth(pool: pg.Pool): () => Promise<boolean> {
  let asked: Promise<boolean> | undefined;
  const ask = () =>
    pool
      .query('select 1')
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        asked = undefined;
      });
  return () => {
    asked ??= ask();
    return Promise.race([asked, pause(patience, false, { ref: false })]);
  };
}
