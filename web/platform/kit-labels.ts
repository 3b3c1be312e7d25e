// The words of the kit's parts in the reader's language: the kit itself has none.
import { useMemo } from 'react';
import { dateFormat } from '../../contract/text/intl.ts';
import type { DateTimeLabels } from '../kit/fields/date-time-field.tsx';
import type { MomentWords } from '../kit/fields/parse-moment.ts';
import type { PickLabels } from '../kit/fields/pick-field.tsx';
import type { ColumnChooserLabels } from '../kit/grid/column-chooser.tsx';
import type { GridLabels } from '../kit/grid/grid-types.ts';
import { type TintId, tints } from '../kit/tints.ts';
import type { GroupTreeLabels } from '../kit/tree/group-tree-labels.ts';
import type { CardWindowLabels } from '../kit/window/card-window.tsx';
import type { TextId } from '../texts/ids.ts';
import { type Locale, type Say, useWords } from './texts.tsx';

function gridLabels(say: Say): Omit<GridLabels, 'grid'> {
  return {
    searchIn: (title) => say('kit.searchIn', { title }),
    searchMode: {
      prefix: say('kit.prefix'),
      inside: say('kit.inside'),
    },
    selectAll: say('kit.selectAll'),
    columnMenu: (title) => say('kit.columnMenu', { title }),
    resize: (title) => say('kit.resizeColumn', { title }),
    sortAscending: say('kit.sortAscending'),
    sortDescending: say('kit.sortDescending'),
    sortNone: say('kit.sortNone'),
    hide: say('kit.hide'),
    pin: say('kit.pin'),
    unpin: say('kit.unpin'),
    moveLeft: say('kit.moveLeft'),
    moveRight: say('kit.moveRight'),
    resetLayout: say('kit.resetLayout'),
    moved: (title, position) => say('kit.columnMoved', { title, position }),
  };
}

function chooserLabels(say: Say): ColumnChooserLabels {
  return {
    columns: say('kit.columns'),
    pin: (title) => say('kit.pinWhat', { title }),
    unpin: (title) => say('kit.unpinWhat', { title }),
    resetLayout: say('kit.resetLayout'),
  };
}

function treeLabels(say: Say): GroupTreeLabels {
  return {
    tree: say('tree.name'),
    all: say('tree.all'),
    expandAll: `${say('tree.expandAll')} (+)`,
    collapseAll: `${say('tree.collapseAll')} (−)`,
    rename: say('tree.rename'),
    count: (count) => say('tree.count', { count }),
    refused: (reason, name) => say(`tree.refused.${reason}` as TextId, { name }),
    carrying: (name, mode) => say(mode === 'same' ? 'tree.carryingBeside' : 'tree.carryingInside', { name }),
    moved: (name, target, mode) =>
      say(mode === 'same' ? 'tree.movedBeside' : 'tree.movedInside', { name, target }),
    letGo: (name) => say('tree.letGo', { name }),
  };
}

const windowLabels = (say: Say): CardWindowLabels => ({
  close: say('kit.close'),
  moveHint: say('kit.moveHint'),
});

const dateLabels = (say: Say): DateTimeLabels => ({
  openCalendar: say('kit.openCalendar'),
  notADate: say('kit.notADate'),
  previousMonth: say('kit.previousMonth'),
  nextMonth: say('kit.nextMonth'),
});

const pickLabels = (say: Say): PickLabels => ({
  nothingFound: say('kit.nothingFound'),
  loading: say('kit.loading'),
  failed: say('kit.searchFailed'),
  notPicked: say('refusal.fault.choice'),
  remove: (label) => say('kit.remove', { label }),
});

const near: Record<Locale, MomentWords['near']> = {
  ru: [
    [['сегодня'], 0],
    [['завтра'], 1],
    [['послезавтра'], 2],
    [['вчера'], -1],
  ],
  en: [
    [['today'], 0],
    [['tomorrow'], 1],
    [['yesterday'], -1],
  ],
};

const monday = Date.UTC(2024, 0, 1);
const dayLength = 86_400_000; // ms

/** Names of weekdays and months as the language's own calendar writes them, short and long; said when somebody types a date. */
function momentWords(locale: Locale): MomentWords {
  const names = (options: Intl.DateTimeFormatOptions, moments: number[]) =>
    moments.map((moment) =>
      dateFormat(locale, { timeZone: 'UTC', ...options })
        .format(moment)
        .toLowerCase(),
    );
  const weekdays = once(() => {
    const days = Array.from({ length: 7 }, (_, n) => monday + n * dayLength);
    const short = names({ weekday: 'short' }, days);
    return names({ weekday: 'long' }, days).map((name, n) => [name, short[n] as string]);
  });
  const months = once(() => {
    const starts = Array.from({ length: 12 }, (_, n) => Date.UTC(2024, n, 1));
    const inDates = names({ day: 'numeric', month: 'long' }, starts);
    return names({ month: 'long' }, starts).map((name, n) => [
      ...new Set([name, (inDates[n] as string).replace(/^1 | 1$/g, '')]),
    ]);
  });
  return {
    near: near[locale],
    get weekdays() {
      return weekdays();
    },
    get months() {
      return months();
    },
  };
}

function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function tintNames(say: Say): Record<TintId | 'none', string> {
  const names = tints.map(({ id }) => [id, say(`tint.${id}` as TextId)]);
  return { none: say('tint.none'), ...Object.fromEntries(names) };
}

/** All of them; made once per language. */
export function useKitLabels() {
  const { say, locale } = useWords();
  return useMemo(
    () => ({
      grid: gridLabels(say),
      chooser: chooserLabels(say),
      tree: treeLabels(say),
      window: windowLabels(say),
      date: dateLabels(say),
      pick: pickLabels(say),
      moments: momentWords(locale),
      tints: tintNames(say),
    }),
    [say, locale],
  );
}
