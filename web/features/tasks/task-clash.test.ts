import { expect, it } from 'vitest';
import type { Task } from '../../../contract/tasks.ts';
import { settled } from '../../platform/clash.ts';
import { taskClashOf } from './task-clash.ts';

const row = {
  id: 1,
  version: 1,
  description: 'Позвонить',
  results: '',
  at: '2026-11-28T09:00:00.000Z',
  hasTime: true,
  clientId: 1,
} as Task;

it('T-12: only what both sides changed is contested; what I alone changed is saved whichever is chosen', () => {
  const clash = taskClashOf(
    row,
    { description: 'Моё', results: 'Ждут счёт' },
    { ...row, description: 'Не моё', clientId: 2 },
  );
  expect(clash?.fields).toEqual(['description']);
  if (!clash) return;
  expect(settled(clash, [])).toEqual({ kept: { description: 'Моё', results: 'Ждут счёт' }, lost: {} });
  expect(settled(clash, ['description'])).toEqual({
    kept: { results: 'Ждут счёт' },
    lost: { description: 'Моё' },
  });
});

it('T-12: the same written by both, or a moment written otherwise, is no clash', () => {
  expect(taskClashOf(row, { description: 'Моё' }, { ...row, description: 'Моё' })).toBe(null);
  expect(taskClashOf(row, { at: '2026-11-29T09:00:00Z' }, { ...row, at: '2026-11-29T09:00:00.000Z' })).toBe(
    null,
  );
  expect(taskClashOf(row, { results: 'Моё' }, { ...row, description: 'Не моё' })).toBe(null);
});

it('T-12: a day and its hour are one thing: asked about once, and kept or given up together', () => {
  const theirs = { ...row, at: '2026-11-30T21:00:00.000Z', hasTime: false };
  const clash = taskClashOf(row, { at: '2026-11-29T09:00:00Z' }, theirs);
  expect(clash?.fields).toEqual(['at']);
  if (!clash) return;
  expect(settled(clash, []).kept).toEqual({ at: '2026-11-29T09:00:00Z', hasTime: true });
  expect(settled(clash, ['at'])).toEqual({
    kept: {},
    lost: { at: '2026-11-29T09:00:00Z', hasTime: true },
  });
});
