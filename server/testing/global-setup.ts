// Before all tests: one PostgreSQL for the run, and one template database with the present schema. Workers clone the template.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrations } from '../app.ts';
import { type ConnectionTarget, openClient } from '../platform/db/connection.ts';
import { startEmbedded } from '../platform/db/embedded/index.ts';
import { ensureDatabase } from '../platform/db/ensure-database.ts';
import { migrate } from '../platform/db/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: ConnectionTarget;
    template: string;
  }
}

/** Tests need no durability: their data dies with them. */
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = mkdtempSync(join(tmpdir(), 'voronka-tests-'));
  const database = await startEmbedded({ root, settings, watchdog: true });
  const server: ConnectionTarget = { ...database.connection, database: 'postgres' };
  const template = `template_${createHash('sha256')
    .update(migrations.map(({ hash }) => hash).join())
    .digest('hex')
    .slice(0, 12)}`;
  await ensureDatabase(server, template);
  await migrate({ ...server, database: template }, migrations);
  const client = await openClient(server);
  await client.query(`alter database ${template} with is_template true allow_connections false`);
  await client.end();
  project.provide('testServer', server);
  project.provide('template', template);
  return async () => {
    await database.stop('immediate');
    rmSync(root, { recursive: true, force: true });
  };
}
