/** Two hundred lines by thirty days, as the largest team would see them. */
import { useState } from 'react';
import { CalendarGrid } from '../kit/calendar-grid/calendar-grid.tsx';
import type { CalendarCell, CalendarHead, CalendarLine, Place } from '../kit/calendar-grid/calendar-types.ts';
import { calendarLabels } from './kit-gallery-labels.ts';

const days = 30;
const groups = 10;
const linesInGroup = 20;

const heads: CalendarHead[] = Array.from({ length: days }, (_, n) => ({
  key: `d${n}`,
  label: String((n + 23) % 31 || 31),
  sub: ['вт', 'ср', 'чт', 'пт', 'сб', 'вс', 'пн'][n % 7] ?? '',
  band: n < 8 ? 'нояб.' : 'дек.',
  off: n % 7 === 4 || n % 7 === 5,
  today: n === 0,
  title: `день ${n + 1}`,
}));

function cellAt(line: number, day: number): CalendarCell | undefined {
  const count = (line * 7 + day * 3) % 9;
  if (count === 0) return undefined;
  return { text: String(count), shade: Math.min(5, Math.ceil(count / 2)) as 1, over: count > 7 };
}

const blank = heads.map(() => false);

function lineOf(n: number): CalendarLine {
  return {
    key: `m${n}`,
    label: `Менеджер ${n + 1}`,
    depth: 1,
    group: null,
    cells: heads.map((_, day) => cellAt(n, day)),
    away: heads.map((_, day) => n % 17 === 0 && day > 9 && day < 15),
    can: { move: n % 10 !== 7, take: n % 10 !== 8 },
    total: String(n * 3),
  };
}

function linesOf(folded: ReadonlySet<string>): CalendarLine[] {
  return Array.from({ length: groups }, (_, group) => {
    const open = !folded.has(`g${group}`);
    const head: CalendarLine = {
      key: `g${group}`,
      label: `Отдел ${group + 1}`,
      depth: 0,
      group: { open },
      cells: heads.map((_, day) => ({ text: String(day + 40), shade: 0, over: false })),
      away: blank,
      can: { move: false, take: false },
      total: '999',
    };
    const lines = Array.from({ length: linesInGroup }, (_, n) => lineOf(group * linesInGroup + n));
    return open ? [head, ...lines] : [head];
  }).flat();
}

const say = ({ line, column }: Place) => `${line ?? 'итог'} ${column}`;

export function CalendarGallery() {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState('');
  const toggle = (key: string) => {
    const next = new Set(folded);
    if (!next.delete(key)) next.add(key);
    setFolded(next);
  };
  return (
    <div style={{ display: 'flex', flexDirection: 'column', height: 'calc(100vh - 64px)' }}>
      <p data-testid="said">{said}</p>
      <CalendarGrid
        heads={heads}
        lines={linesOf(folded)}
        totals={heads.map((_, day) => String(day * 11))}
        grandTotal="12 345"
        labels={calendarLabels}
        onToggle={toggle}
        onToggleAll={(open) =>
          setFolded(new Set(open ? [] : Array.from({ length: groups }, (_, n) => `g${n}`)))
        }
        onOpen={(place) => setSaid(`открыто ${say(place)}`)}
        preview={(place) => (place.line?.startsWith('m') ? <p>{`в ячейке ${say(place)}`}</p> : null)}
        take={(from) => from}
        onMove={(from, to) => setSaid(`перенесено ${say(from)} → ${say(to)}`)}
        onRefused={(place, why) => setSaid(`нельзя ${why} ${say(place)}`)}
      />
    </div>
  );
}
