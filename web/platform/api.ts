// The one way to the server: call() writes, ask() reads. A refusal is thrown as RefusedError with its code and faults.
import type { Commands, Queries } from '../../contract/api.ts';
import type { Uploaded } from '../../contract/files.ts';
import type { RefusalAnswer } from '../../contract/kit/refusal.ts';

export class RefusedError extends Error {
  readonly refusal: RefusalAnswer['refusal'];
  readonly status: number;
  constructor(status: number, refusal: RefusalAnswer['refusal']) {
    super(refusal.code);
    this.status = status;
    this.refusal = refusal;
  }
}

/** The server did not answer at all; what was asked may or may not have happened. */
export class UnreachedError extends Error {}

/** Refusals that say nothing of what was asked: it may be done a moment later. */
const passing = new Set(['server.busy', 'session.missing', 'request.tooMany']);

/** Whether the same may be asked again, and answered. */
export function mayPass(error: unknown): boolean {
  return (
    error instanceof UnreachedError || (error instanceof RefusedError && passing.has(error.refusal.code))
  );
}

type Listener = () => void;
const sessionListeners = new Set<Listener>();

/** Hears that something was refused because nobody is signed in any more. Returns how to stop. */
export function onSessionMissing(listener: Listener): () => void {
  sessionListeners.add(listener);
  return () => sessionListeners.delete(listener);
}

const patience = 30_000; // ms
const triesOfWrite = 3;

/**
 * A write. Sent with a key of its own, so that a repetition after a lost answer takes effect once. `keepalive`: goes on when the
 * page is left right after it, for what is small.
 */
export async function call<Name extends keyof Commands>(
  name: Name,
  input: Commands[Name]['input'],
  { keepalive = false }: { keepalive?: boolean } = {},
): Promise<Commands[Name]['output']> {
  const key = crypto.randomUUID();
  for (let attempt = 1; ; attempt++) {
    try {
      return await answerOf(
        await send(`/api/${name}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': key },
          body: JSON.stringify(input),
          keepalive,
        }),
      );
    } catch (error) {
      if (!(error instanceof UnreachedError) || attempt >= triesOfWrite) throw error;
      await new Promise((resolve) => setTimeout(resolve, 400 * attempt));
    }
  }
}

/** A read. Views are asked by their own parameters, all else by one `input`. */
export async function ask<Name extends keyof Queries>(
  name: Name,
  input: Queries[Name]['input'],
  signal?: AbortSignal,
): Promise<Queries[Name]['output']> {
  const values = Object.values(input);
  const flat = values.length > 0 && values.every((value) => typeof value === 'string');
  const query = new URLSearchParams(
    flat ? (input as Record<string, string>) : values.length > 0 ? { input: JSON.stringify(input) } : {},
  );
  const text = query.toString();
  return answerOf(await send(`/api/${name}${text ? `?${text}` : ''}`, signal ? { signal } : {}));
}

/** Sends a file whole; `onProgress` hears the part that has gone, 0 to 1. */
export function upload(
  file: File,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', `/files?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = (event) => onProgress(event.total > 0 ? event.loaded / event.total : 0);
    request.onload = () => {
      const body = readJson(request.responseText);
      if (request.status === 200 && body) resolve(body as Uploaded);
      else reject(refusedBy(request.status, body));
    };
    request.onerror = () => reject(new UnreachedError('upload'));
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

/** A file that is made when it is asked for, which may take long, under the name that the server gives it. */
export async function fetchFile(address: string, signal: AbortSignal): Promise<File> {
  const unreached = (error: unknown) => {
    throw signal.aborted ? error : new UnreachedError(address);
  };
  const response = await fetch(address, { signal }).catch(unreached);
  if (!response.ok) return answerOf(response);
  const [, name = ''] =
    /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  return new File([await response.blob().catch(unreached)], decodeURIComponent(name));
}

async function send(url: string, init: RequestInit): Promise<Response> {
  const limit = AbortSignal.timeout(patience);
  try {
    return await fetch(url, { ...init, signal: init.signal ? AbortSignal.any([init.signal, limit]) : limit });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new UnreachedError(url);
  }
}

async function answerOf<T>(response: Response): Promise<T> {
  // An answer that broke off says nothing, nor does the page of a proxy whose house is away.
  const body = readJson(await response.text().catch(() => ''));
  if (response.ok && body) return body as T;
  throw refusedBy(response.status, body);
}

function refusedBy(status: number, body: unknown): Error {
  const refusal = (body as RefusalAnswer | null)?.refusal;
  if (refusal?.code === 'session.missing') for (const listener of sessionListeners) listener();
  return refusal ? new RefusedError(status, refusal) : new UnreachedError(`status ${status}`);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
