import { describe, expect, it } from 'vitest';
import { type KeptDesk, merged, noWindows } from './kept-desk.ts';

const desk = (...cards: string[]) => ({ ...noWindows, cards });

describe('W-01 windows kept for other computers', () => {
  it('leaves alone what others keep where a tab has opened nothing', () => {
    const there = { ...desk('clients.1', 'tasks.2'), minimised: ['tasks.2'] };
    expect(merged(there, { before: noWindows, now: noWindows })).toEqual(there);
  });

  it('adds what is opened, in front, and takes away only what the tab itself has closed', () => {
    const there = desk('clients.1', 'tasks.2');
    const opened = merged(there, { before: noWindows, now: desk('tasks.3') });
    expect(opened.cards).toEqual(['clients.1', 'tasks.2', 'tasks.3']);
    expect(merged(opened, { before: desk('tasks.3'), now: noWindows }).cards).toEqual([
      'clients.1',
      'tasks.2',
    ]);
  });

  it('knows a window by its record, whatever else the address says of it', () => {
    const there = desk('days.5~2026-11-24..2026-11-24', 'tasks.2');
    const now = { ...desk('days.5~2026-11-25..2026-11-25'), minimised: ['days.5'] };
    expect(merged(there, { before: noWindows, now })).toEqual({
      cards: ['tasks.2', 'days.5~2026-11-25..2026-11-25'],
      minimised: ['days.5'],
      maximised: [],
      places: {},
    });
  });

  it('keeps places with their windows, also where this screen gives them none, and forgets them with those', () => {
    const [left, right] = [0, 720].map((x) => ({ x, y: 44, width: 720, height: 400 }));
    const there = {
      ...desk('clients.1', 'tasks.2'),
      places: { 'clients.1': left, 'tasks.2': right },
    } as KeptDesk;
    const onPhone = merged(there, { before: noWindows, now: desk('clients.1') });
    expect(onPhone).toEqual({ ...there, cards: ['tasks.2', 'clients.1'] });
    expect(merged(onPhone, { before: desk('clients.1'), now: noWindows }).places).toEqual({
      'tasks.2': right,
    });
  });
});
