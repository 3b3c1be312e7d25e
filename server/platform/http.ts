// The door: every declared request at /api/<name>, live events, uploads, the screens. Sessions by cookie; refusals by one map.
import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { RefusalAnswer } from '../../contract/kit/refusal.ts';
import { type Actor, stranger } from './actor.ts';
import { execute } from './commands.ts';
import { present, type Rows, reading } from './db/transaction.ts';
import { watchHealth } from './health.ts';
import type { House } from './house.ts';
import { letRefusedSendersRead, readJsonStrictly } from './http-body.ts';
import { rememberIdentity } from './identity.ts';
import { readInput } from './input.ts';
import type { Live } from './live.ts';
import { Refusal, refuse, refuseFields, statusOf } from './refusals.ts';
import { asksForPage, noSuchPage, serveScreens } from './screens.ts';
import { JsonText, type QueryHandler } from './slice.ts';

export const sessionCookie = 'voronka_session';

export type HttpOptions = {
  house: House;
  live: Live;
  /** Who bears this session token; null: nobody any more. Asked of the writing database: an ended session must not live on in a replica. */
  identify(rows: Rows, token: string): Promise<Actor | null>;
  /** Further routes that are no requests: uploads, downloads. */
  routes?: (server: FastifyInstance, door: Door) => void;
  /** Folder of the built screens; null: none are served (tests). */
  screens: string | null;
  /** True behind one proxy that sets X-Forwarded-For. */
  trustProxy: boolean;
  /** Cookies only over TLS. */
  secureCookies: boolean;
};

/** Each answer says how long it took here, so that slowness can be told from distance. */
function sayServedTime(server: FastifyInstance): void {
  const started = new WeakMap<FastifyRequest, number>();
  server.addHook('onRequest', async (request) => void started.set(request, performance.now()));
  server.addHook('onSend', async (request, reply) => {
    const took = performance.now() - (started.get(request) ?? Number.NaN);
    reply.header('server-timing', `total;dur=${took.toFixed(2)}`);
  });
}

/** What further routes need of the door. */
export type Door = { house: House; actorOf(request: FastifyRequest): Promise<Actor | null> };

/** A command's input is a form, not a file. */
const bodyAtMost = 8 * 1024 * 1024; // bytes: two unlimited texts and their JSON escapes
/** A view with long lists of chosen values is an address all the same. */
const headersAtMost = 64 * 1024; // bytes
const sessionDays = 30;

export async function openHttp(options: HttpOptions): Promise<FastifyInstance> {
  const server = fastify({
    logger: false,
    trustProxy: options.trustProxy && ((_address, hop) => hop === 0),
    bodyLimit: bodyAtMost,
    http: { maxHeaderSize: headersAtMost },
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error, request, reply) =>
      options.screens && asksForPage(request)
        ? reply.redirect(noSuchPage)
        : answerFault(options.house, error, request, reply),
  });
  await server.register(helmet, {
    contentSecurityPolicy: { directives: policy },
    hsts: options.secureCookies,
  });
  await server.register(cookie);
  await server.register(compress, {
    threshold: 4096,
    encodings: ['br', 'gzip'],
    inflateIfDeflated: false,
    globalDecompression: false,
  });
  const identity = rememberIdentity(options.house, (token) =>
    options.identify(present(options.house), token),
  );
  const door: Door = { house: options.house, actorOf: (request) => actorOf(identity, request) };
  sayServedTime(server);
  server.setErrorHandler((error, request, reply) =>
    answerFault(options.house, error as Error, request, reply),
  );
  server.addHook('onRequest', async (request) => mustBeOurOwnPage(request));
  readJsonStrictly(server);
  letRefusedSendersRead(server);
  server.get('/api/:name', (request, reply) => answerQuery(options, door, request, reply));
  server.post('/api/:name', (request, reply) => answerCommand(options, door, request, reply));
  // ?since=…: milliseconds ago the screen began to ask for what it shows.
  server.get('/live', (request, reply) => answerLive(options, door, request, reply));
  const isHealthy = watchHealth(options.house.single);
  server.get('/health', async (_, reply) => {
    const ok = await isHealthy();
    return reply.status(ok ? 200 : 503).send({ ok });
  });
  options.routes?.(server, door);
  const page = await serveScreens(server, options.screens);
  server.setNotFoundHandler((request, reply) => {
    if (!page || !asksForPage(request)) refuse('request.unknown');
    return reply.header('cache-control', 'no-cache').sendFile(page);
  });
  return server;
}

const policy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  frameAncestors: ["'self'"],
  upgradeInsecureRequests: null,
};

/** A write sent by a page of another origin is refused before anything is read. */
async function mustBeOurOwnPage(request: FastifyRequest): Promise<void> {
  const { origin } = request.headers;
  if (request.method === 'GET' || request.method === 'HEAD' || !origin) return;
  if (URL.parse(origin)?.host !== request.host) refuse('right.missing', { reason: 'origin' });
}

async function actorOf(
  identity: (token: string) => Promise<Actor | null>,
  request: FastifyRequest,
): Promise<Actor | null> {
  const token = request.cookies[sessionCookie];
  return token ? identity(token) : null;
}

async function actorFor(door: Door, request: FastifyRequest, open: boolean): Promise<Actor> {
  const actor = await door.actorOf(request);
  return actor ?? (open ? stranger : refuse('session.missing'));
}

type Named = { name: string };

async function answerCommand(
  { house, secureCookies }: HttpOptions,
  door: Door,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const handler = house.declared.commands.get((request.params as Named).name) ?? refuse('request.unknown');
  const actor = await actorFor(door, request, handler.request.open);
  const input = handler.request.open ? withCaller(request) : request.body;
  const requestKey = request.headers['idempotency-key'];
  if (Array.isArray(requestKey) || (requestKey && requestKey.length > 200)) refuse('request.badKey');
  const { session, ...answer } = await execute(house, handler, { actor, input, via: 'person', requestKey });
  if (session !== undefined) setSession(reply, session as string | null, secureCookies);
  return answer;
}

/** What sign-in needs to know of the caller: for rate limits and the list of sessions. */
function withCaller(request: FastifyRequest): unknown {
  const body = request.body ?? {};
  if (typeof body !== 'object' || Array.isArray(body)) return body;
  return {
    ...body,
    from: { address: request.ip, agent: (request.headers['user-agent'] ?? '').slice(0, 300) },
  };
}

/** A command that opens or ends a session answers with `session`: it goes into the cookie and nowhere else. */
function setSession(reply: FastifyReply, session: string | null, secure: boolean): void {
  const common = { path: '/', httpOnly: true, sameSite: 'lax' as const, secure };
  if (session === null) reply.clearCookie(sessionCookie, common);
  else reply.setCookie(sessionCookie, session, { ...common, maxAge: sessionDays * 24 * 60 * 60 });
}

async function answerQuery({ house }: HttpOptions, door: Door, request: FastifyRequest, reply: FastifyReply) {
  const handler = house.declared.queries.get((request.params as Named).name) ?? refuse('request.unknown');
  const actor = await actorFor(door, request, handler.request.open);
  return sendAnswer(await answer(house, handler, actor, queryInput(request)), reply);
}

/** Runs a query for an actor. Refuses as the query does. */
export async function answer(
  house: House,
  handler: QueryHandler,
  actor: Actor,
  raw: unknown,
): Promise<unknown> {
  const input = readInput(handler.request.input, raw);
  if (!handler.may(actor, input)) refuse('right.missing', { request: handler.request.name });
  return handler.answer(reading(house), actor, input);
}

/** `?input=<json>`, or the plain parameters of a view. */
function queryInput(request: FastifyRequest): unknown {
  const parameters = request.query as Record<string, string>;
  if (parameters.input === undefined) return { ...parameters };
  try {
    return JSON.parse(parameters.input);
  } catch {
    return refuseFields([{ path: 'input', code: 'fault.format' }]);
  }
}

function sendAnswer(body: unknown, reply: FastifyReply) {
  reply.header('cache-control', 'no-store');
  if (!(body instanceof JsonText)) return body ?? {};
  reply.header('content-type', 'application/json; charset=utf-8');
  return reply.send(body.text);
}

async function answerLive({ live }: HttpOptions, door: Door, request: FastifyRequest, reply: FastifyReply) {
  const began = performance.now();
  const { since = '0' } = request.query as { since?: string };
  if (!/^\d{1,9}$/.test(since)) refuseFields([{ path: 'since', code: 'fault.format' }]);
  const actor = (await door.actorOf(request)) ?? refuse('session.missing');
  reply.hijack();
  reply.raw.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  live.join(actor, reply.raw, { rows: began - Number(since), actor: began });
}

type Fault = Error & { code?: string; statusCode?: number };

/** The database is away for the moment, has no connection to spare, or too many write the same rows: nothing has happened, the caller may try again. */
const awayCodes = new Set([
  '40001',
  '40P01',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  '53300',
  '57P01',
  '57P02',
  '57P03',
]);

/** What fastify says of a body that it cannot take. */
const bodyCodes: Record<string, string> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.contentType',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request.badJson',
  FST_ERR_CTP_INVALID_JSON_BODY: 'request.badJson',
};

/** What is not a refusal of ours: requests that fastify itself finds broken, a database that is away, and else our own fault. */
function codeOf({ code = '', statusCode = 500, message }: Fault): string {
  const body = bodyCodes[code];
  if (body) return body;
  if (statusCode === 413) return 'request.tooLarge';
  if (statusCode === 404 || statusCode === 414) return 'request.unknown';
  if (statusCode >= 400 && statusCode < 500) return 'input.faulty';
  // The driver gives a connection that broke under a statement no code.
  const isAway = awayCodes.has(code) || message === 'Connection terminated unexpectedly';
  return isAway ? 'server.busy' : 'server.fault';
}

function answerFault(house: House, error: Fault, request: FastifyRequest, reply: FastifyReply) {
  const known = error instanceof Refusal ? error : undefined;
  const code = known?.code ?? codeOf(error);
  if (code === 'server.fault')
    house.log.error(
      { requestId: request.id, url: request.routeOptions.url, error: error.message, stack: error.stack },
      'http.fault',
    );
  const body: RefusalAnswer = {
    refusal: {
      code,
      params: known?.params ?? {},
      faults: known?.faults ?? [],
      details: known?.details,
      requestId: request.id,
    },
  };
  return reply.status(statusOf(code)).send(body);
}
