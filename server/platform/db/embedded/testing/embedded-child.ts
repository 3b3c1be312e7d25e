// A Voronka process for the tests to kill: `node embedded-child.ts <data root> [write]`. Says `ready`, then, when it writes, the
// number of each row that the database has acknowledged.
import { Client } from 'pg';
import { startEmbedded } from '../index.ts';

const [root, task] = process.argv.slice(2);
const WRITERS = 4;

const { connection } = await startEmbedded({ root: root! });
console.log('ready');
if (task === 'write') await Promise.all(Array.from({ length: WRITERS }, write));
else setInterval(() => {}, 60_000); // lives until killed

async function write(): Promise<void> {
  const client = new Client({ ...connection, database: 'postgres' });
  client.on('error', () => process.exit(1));
  await client.connect();
  for (;;) {
    const { rows } = await client.query<{ id: string }>('insert into kept default values returning id');
    console.log(rows[0]!.id);
  }
}
