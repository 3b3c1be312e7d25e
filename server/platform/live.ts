// Live screens: server-sent events with the names and ids of what happened, to those who may view it. Never the rows themselves.
import type { ServerResponse } from 'node:http';
import { missedEvents, type Said } from '../../contract/kit/live.ts';
import type { Actor } from './actor.ts';
import type { House } from './house.ts';
import { levelFor } from './record-rights.ts';
import type { RecordKind } from './slice.ts';
import type { Told } from './waker.ts';

export type Live = {
  /** Keeps the response open and writes to it until its socket closes; tells at once what happened since the screen asked for its rows. */
  join(actor: Actor, response: ServerResponse, since: Since): void;
  close(): void;
};

/** `performance.now()` of when the screen began to ask for what it shows, and of when its actor was read. */
export type Since = { rows: number; actor: number };

type Screen = { actor: Actor; response: ServerResponse };

const beatEvery = 25_000; // ms; below the idle limit of common proxies

/** A screen that reads slower than the house speaks is let go; it comes back and asks anew. */
const unreadAtMost = 1024 * 1024; // bytes

/** Events after which a person may be nobody any more, or somebody with other rights. */
const personEvents = new Set(['session.ended', 'person.created', 'person.changed', 'person.deleted']);

/** Of which every screen must sign on anew: what it has missed is not known, rights may be others, "today" is another day. */
const everybodysEvents = new Set([missedEvents, 'role.changed', 'firm.dayStarted']);

/** Whether the screen must sign on anew: its person's rights may be others, or all that it shows. */
export function mustPart(actor: Actor, { name, ids }: Told): boolean {
  if (everybodysEvents.has(name)) return true;
  if (personEvents.has(name) && (ids === null || ids.includes(actor.userId ?? 0))) return true;
  return (
    (personEvents.has(name) || name === 'group.changed') && name !== 'session.ended' && reachesByGroup(actor)
  );
}

/** Such an actor's reach is a list of people, which others may join and leave. */
function reachesByGroup({ rights }: Actor): boolean {
  return Object.values(rights).some((verbs) => Object.values(verbs).includes('group'));
}

export function openLive(house: House): Live {
  const screens = new Set<Screen>();
  const kinds = new Map<string, RecordKind>();
  for (const kind of house.declared.records) for (const event of kind.events) kinds.set(event, kind);
  const lately = holdLately();
  const part = (screen: Screen) => {
    screens.delete(screen);
    screen.response.end();
  };
  const unhear = house.waker.hear((told) => {
    lately.hold(told);
    for (const screen of screens) tellScreen(screen, told, kinds);
    for (const screen of screens) if (told.some((event) => mustPart(screen.actor, event))) part(screen);
  });
  const beat = setInterval(() => {
    for (const { response } of screens) response.write(': beat\n\n');
  }, beatEvery);
  return {
    join(actor, response, since) {
      const screen = { actor, response };
      screens.add(screen);
      response.write('retry: 1000\n\n');
      const told = lately.since(since.rows);
      if (told === null || told.some((event) => mustPart(actor, event))) tellMissed(screen);
      else tellScreen(screen, told, kinds);
      if (lately.since(since.actor)?.some((event) => mustPart(actor, event))) part(screen);
      for (const gone of ['close', 'error']) response.on(gone, () => screens.delete(screen));
    },
    close() {
      unhear();
      clearInterval(beat);
      for (const screen of screens) part(screen);
    },
  };
}

const heldFor = 60_000; // ms
const heldAtMost = 5000; // events

/** What was told lately: a screen comes a moment after it has asked for its rows, and must not miss what happened between. */
function holdLately() {
  let held: { at: number; event: Told }[] = [];
  let knownFrom = performance.now();
  return {
    hold(told: Told[]) {
      const now = performance.now();
      for (const event of told) held.push({ at: now, event });
      const stale = Math.max(
        held.findLastIndex(({ at }) => at < now - heldFor) + 1,
        held.length - heldAtMost,
      );
      if (stale <= 0) return;
      knownFrom = held[stale - 1]?.at ?? knownFrom;
      held = held.slice(stale);
    },
    /** Null: it is not known any more. */
    since(from: number): Told[] | null {
      if (from < Math.max(knownFrom, performance.now() - heldFor)) return null;
      return held.filter(({ at }) => at >= from).map(({ event }) => event);
    },
  };
}

function tellMissed({ response }: Screen): void {
  const said: Said[] = [{ name: missedEvents, of: '', ids: null }];
  response.write(`data: ${JSON.stringify(said)}\n\n`);
}

function tellScreen(screen: Screen, told: Told[], kinds: Map<string, RecordKind>): void {
  const seen = told.flatMap((event) => said(screen.actor, event, kinds.get(event.name)) ?? []);
  if (seen.length === 0) return;
  screen.response.write(`data: ${JSON.stringify(seen)}\n\n`);
  if (screen.response.writableLength > unreadAtMost) screen.response.destroy();
}

/** What the actor may know of the event; null: nothing. Ids are said only where every one of them may be the actor's to see. */
export function said(actor: Actor, event: Told, kind: RecordKind | undefined): Said | null {
  if (!kind) return null;
  const level = levelFor(actor, kind, 'view');
  if (level === 'none') return null;
  const { name, ids, owners } = event;
  if (level === 'all') return { name, of: kind.kind, ids };
  if (owners === null) return { name, of: kind.kind, ids: null };
  const within = owners.filter((owner) => isReached(actor, level, owner)).length;
  return within === 0 ? null : { name, of: kind.kind, ids: within === owners.length ? ids : null };
}

function isReached(actor: Actor, level: 'own' | 'group', owner: number): boolean {
  return level === 'group' ? actor.groupUserIds.includes(owner) : actor.userId === owner;
}
