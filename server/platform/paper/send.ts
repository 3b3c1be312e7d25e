// A paper is drawn as a PDF and sent: one at a time, in a thread, for as long as somebody waits for it.
import { Worker } from 'node:worker_threads';
import type { FastifyReply } from 'fastify';
import { sayFile } from '../sent-file.ts';
import type { PaperDocument } from './document.ts';

/** `name`: of the file, without its ending. */
export async function sendPaper(reply: FastifyReply, name: string, document: PaperDocument) {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  const bytes = await inTurn(() => drawn(document, gone.signal)).catch((error) => {
    if (gone.signal.aborted) return null;
    throw error;
  });
  if (!bytes) return reply.hijack(); // nobody is there to be told
  sayFile(reply, name, 'pdf');
  return reply.send(Buffer.from(bytes));
}

let last: Promise<unknown> = Promise.resolve();

/** One at a time in this process: a long list takes a third of a gigabyte while it is drawn. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work);
  last = mine.catch(() => {});
  return mine;
}

/**
 * In a thread of its own: thousands of rows are drawn for seconds, and everybody else's requests must not wait for them. Ends
 * when whoever asked is gone.
 */
function drawn(document: PaperDocument, gone: AbortSignal): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    gone.throwIfAborted();
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: document });
    gone.addEventListener('abort', () => worker.terminate());
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the drawing of paper ended with ${code}`)));
  });
}
