// A view in words: for headings, tooltips and print.
import { useCallback } from 'react';
import { intervalDays } from '../../../contract/kit/interval.ts';
import type { Interval, View } from '../../../contract/kit/view.ts';
import { useFormat } from '../../platform/format.ts';
import { useMe } from '../../platform/session.tsx';
import { useSay } from '../../platform/texts.tsx';
import { conditionWords, type FilterField } from './filter-fields.ts';

/** «Эта неделя, 23–29 нояб.», «Просрочено». */
export function useIntervalWords(): (interval: Interval) => string {
  const say = useSay();
  const format = useFormat();
  const { today } = useMe();
  return useCallback(
    (interval: Interval) => {
      const days = intervalDays(interval, today);
      const bounds = days ? [days.from, days.to].map((bound) => (bound ? format.day(bound) : '…')) : [];
      const span = bounds[0] === bounds[1] ? (bounds[0] ?? '') : bounds.join(' – ');
      if (!('preset' in interval)) return span;
      const name = say(`interval.${interval.preset}`);
      const same = bounds[0] === bounds[1];
      return span && !same ? `${name}: ${span}` : name;
    },
    [say, format, today],
  );
}

/** The whole view: interval and every condition. */
export function useViewWords(fields: FilterField[]): (view: View) => string {
  const say = useSay();
  const intervalWords = useIntervalWords();
  return useCallback(
    (view: View) => {
      const parts = view.interval ? [intervalWords(view.interval)] : [];
      for (const condition of view.where) {
        const field = fields.find((each) => each.field === condition.field);
        if (field) parts.push(`${field.title}: ${conditionWords(condition, field, say)}`);
      }
      for (const text of [view.text, ...Object.values(view.search)]) if (text) parts.push(`«${text}»`);
      return parts.join(' · ');
    },
    [fields, say, intervalWords],
  );
}
