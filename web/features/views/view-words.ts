// A view in words: for headings, tooltips and print.
import { useCallback } from 'react';
import { intervalDays } from '../../../contract/kit/interval.ts';
import type { Interval, View } from '../../../contract/kit/view.ts';
import { useFormat } from '../../platform/format.ts';
import { fieldName } from '../../platform/refusal-text.ts';
import { useMe } from '../../platform/session.tsx';
import { useSay, useWords } from '../../platform/texts.tsx';
import { conditionTitle, conditionWords, type FilterField, fieldOf } from './filter-fields.ts';

/** «Эта неделя, 23–29 нояб.», «Просрочено». */
export function useIntervalWords(): (interval: Interval) => string {
  const { day } = useFormat();
  return useIntervalWordsWith(day, false);
}

/** `singleToo`: a preset of one day names that day as well. */
function useIntervalWordsWith(
  sayDay: (day: string) => string,
  singleToo: boolean,
): (interval: Interval) => string {
  const say = useSay();
  const { today } = useMe();
  return useCallback(
    (interval: Interval) => {
      const days = intervalDays(interval, today);
      const bounds = days ? [days.from, days.to].map((bound) => (bound ? sayDay(bound) : '…')) : [];
      const same = bounds[0] === bounds[1];
      const span = same ? (bounds[0] ?? '') : bounds.join(' – ');
      if (!('preset' in interval)) return span;
      const name = say(`interval.${interval.preset}`);
      return span && (singleToo || !same) ? `${name}: ${span}` : name;
    },
    [say, sayDay, singleToo, today],
  );
}

/** The whole view: interval, every condition, and what is looked for in which column. */
export function useViewWords(fields: FilterField[]): (view: View) => string {
  return useViewWordsWith(fields, useIntervalWords(), useFormat().day);
}

/** The whole view as paper says it, with exact days. */
export function usePaperViewWords(fields: FilterField[]): (view: View) => string {
  const { paperDay } = useFormat();
  return useViewWordsWith(fields, useIntervalWordsWith(paperDay, true), paperDay);
}

function useViewWordsWith(
  fields: FilterField[],
  intervalWords: (interval: Interval) => string,
  sayDay: (day: string) => string,
): (view: View) => string {
  const words = useWords();
  return useCallback(
    (view: View) => {
      const parts = view.interval ? [intervalWords(view.interval)] : [];
      for (const condition of view.where) {
        const field = fieldOf(condition, fields, words);
        const { say } = words;
        parts.push(
          `${conditionTitle(condition, field, say)}: ${conditionWords(condition, field, say, sayDay)}`,
        );
      }
      if (view.text) parts.push(words.say('view.quoted', { text: view.text }));
      const end = view.searchMode === 'prefix' ? '…' : '';
      for (const [field, text] of Object.entries(view.search))
        if (text)
          parts.push(`${fieldName(words, `s.${field}`)}: ${words.say('view.quoted', { text: text + end })}`);
      return parts.join(' · ');
    },
    [fields, words, intervalWords, sayDay],
  );
}
