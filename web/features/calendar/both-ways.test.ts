// From the calendar of all to that of one and back: which days are shown, what is kept.
import { describe, expect, it } from 'vitest';
import type { Parameters } from '../../../contract/kit/view-url.ts';
import { viewFromParameters } from '../../../contract/kit/view-url.ts';
import { allOfOne, keptForAll, oneOfAll } from './both-ways.ts';
import { dayOf, spanOf } from './own-days.ts';

const today = '2026-11-25'; // a Wednesday
const intervalOf = (d: string | undefined) => (d ? viewFromParameters('tasks', { d }).view.interval : null);
const there = (parameters: Parameters) =>
  oneOfAll({ parameters, interval: intervalOf(parameters.d ?? 'next30'), today });
const back = (search: Parameters) =>
  allOfOne({
    kept: Object.fromEntries(Object.entries(search).filter(([name]) => keptForAll.includes(name))),
    interval: intervalOf(search.all),
    shown: { span: spanOf(search.span, false), day: dayOf(search.d, today), inHand: false },
    today,
  });

describe('K-02 K-08 the interval of all is the day, week or month of one', () => {
  it('that holds today, else its start; where none is chosen one begins where one always does', () => {
    expect(there({ d: '2027-01-11..2027-01-17' })).toMatchObject({ span: 'week', d: '2027-01-11' });
    expect(there({ d: '2027-01-11..2027-01-11' })).toMatchObject({ span: 'day', d: '2027-01-11' });
    expect(there({ d: '2027-01-11..2027-02-20' })).toMatchObject({ span: 'month', d: '2027-01-11' });
    expect(there({ d: '2027-01-11..' })).toMatchObject({ span: 'month', d: '2027-01-11' });
    expect(there({ d: 'nextWeek' })).toMatchObject({ span: 'week', d: '2026-11-30' });
    expect(there({ d: '2026-10-01..2026-12-31' })).toMatchObject({ span: 'month', d: today });
    expect(there({ d: 'next30', 'f.open': 'yes' })).toEqual({ 'f.open': 'yes' });
  });

  it('comes back as it was, its managers too, while the days that are shown are of it', () => {
    for (const d of ['2027-01-11..2027-01-17', '2027-01-11..2027-02-20', '..2026-12-05', 'month'])
      expect(back(there({ d, 'f.manager': 'g3' }))).toEqual({ d, 'f.manager': 'g3' });
    expect(back(there({ d: 'next30', 'f.manager': '2,5' }))).toEqual({ 'f.manager': '2,5' });
    expect(back({ d: '2026-12-02' })).toEqual({});
  });

  it('gives way to the days that are shown by then', () => {
    const { all } = there({ d: 'nextWeek' });
    expect(back({ all: all as string, span: 'week', d: '2026-12-09' })).toEqual({
      d: '2026-12-07..2026-12-13',
    });
    expect(back({ span: 'month', d: '2027-03-01' })).toEqual({ d: '2027-03-01..2027-03-31' });
    expect(back({ span: 'day', d: '2026-11-20' })).toEqual({ d: '2026-11-20..2026-11-20' });
  });
});
