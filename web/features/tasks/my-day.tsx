// One's own day: what is late, what is for today, what has been done. Arrows walk, one key closes, puts off or opens.
import { Anchor, Button, Progress, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useIsFetching } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { TaskRow } from '../../../contract/tasks.ts';
import { late } from '../../kit/late/late.tsx';
import { EmptyState } from '../../kit/states/empty-state.tsx';
import { useCreateKey } from '../../platform/create-key.ts';
import { useFirmDays } from '../../platform/firm-days.ts';
import { useFirstFocus } from '../../platform/first-focus.ts';
import { useFormat } from '../../platform/format.ts';
import { useAsk } from '../../platform/queries.ts';
import type { References } from '../../platform/references.ts';
import { useMay, useMe } from '../../platform/session.tsx';
import { useSay } from '../../platform/texts.tsx';
import type { TextId } from '../../texts/ids.ts';
import styles from './my-day.module.css';
import { MyTask } from './my-task.tsx';
import { useCloseToday } from './use-close-today.ts';

const CloseWith = late(() => import('./close-with.tsx').then((file) => file.CloseWith));

type View = Record<string, string>;
type Part = { id: 'late' | 'today' | 'done'; title: TextId; view: View };

const mine = { 'f.manager': 'me' };
const shownAtMost = '100';

/** What is late today already has a part of its own. */
function partsOf(doneStates: string): Part[] {
  return [
    { id: 'late', title: 'myDay.late', view: { d: 'overdue', ...mine, sort: 'at' } },
    {
      id: 'today',
      title: 'myDay.today',
      view: { d: 'today', ...mine, 'f.open': 'yes', 'f.overdue': 'no', sort: 'at' },
    },
    { id: 'done', title: 'myDay.done', view: { d: 'today', ...mine, 'f.state': doneStates, sort: '-at' } },
  ];
}

type MyDayProps = { references: References; onOpen(id: number): void; onCreate(): void };

export function MyDay({ references, onOpen, onCreate }: MyDayProps) {
  const say = useSay();
  const format = useFormat();
  const { today } = useMe();
  const firmDays = useFirmDays();
  const mayAdd = useMay('tasks', 'add');
  useCreateKey(onCreate, mayAdd);
  const doneStates = references
    .entriesOf('taskStates')
    .filter(({ meaning }) => meaning === 'done')
    .map(({ id }) => id)
    .join(',');
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{say('place.myDay')}</h1>
        <span className={styles.day}>{[format.longDay(today), firmDays].filter(Boolean).join(' · ')}</span>
        {mayAdd && (
          <Button
            className={styles.add}
            size="compact-md"
            leftSection={<IconPlus size={16} stroke={2} />}
            onClick={onCreate}
          >
            {say('task.create')}
          </Button>
        )}
      </header>
      {doneStates && <Parts parts={partsOf(doneStates)} references={references} onOpen={onOpen} />}
    </div>
  );
}

type PartsProps = { parts: Part[]; references: References; onOpen(id: number): void };

function Parts({ parts, references, onOpen }: PartsProps) {
  const say = useSay();
  const list = useRef<HTMLDivElement>(null);
  const { complete, putOff } = useCloseToday();
  const { keep, ...place } = useKeptPlace(list);
  const [asked, setAsked] = useState<TaskRow | null>(null);
  const counts = usePartCounts(parts);
  const waits = useIsFetching({ queryKey: ['tasks', 'list'] }) > 0;
  useFirstFocus(waits ? null : 'main [data-task]');
  const isFree = counts && counts.late + counts.today + counts.done === 0;
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') walk(list.current, event);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows walk through the buttons inside
    <div ref={list} className={styles.parts} onKeyDown={onKey} {...place}>
      <Share counts={counts} done={parts[2]?.view} />
      {isFree && <EmptyState title={say('myDay.none')} text={say('myDay.noneText')} />}
      {parts.map((part) => (
        <PartList
          key={part.id}
          part={part}
          count={counts?.[part.id]}
          references={references}
          onDrawn={keep}
          deeds={{ onOpen, onComplete: complete, onPutOff: putOff, onResult: setAsked }}
        />
      ))}
      {!isFree && <p className={styles.keys}>{say('myDay.keys')}</p>}
      {asked && (
        <CloseWith
          closing={{ id: asked.id, meaning: 'done' }}
          references={references}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  );
}

type Counts = Record<Part['id'], number>;

/** Undefined until all of them are known. */
function usePartCounts([late, today, done]: Part[]): Counts | undefined {
  const answers = [
    useAsk('tasks.count', counted(late)).data,
    useAsk('tasks.count', counted(today)).data,
    useAsk('tasks.count', counted(done)).data,
  ].map((answer) => answer?.count);
  const [lateCount, todayCount, doneCount] = answers;
  if (lateCount === undefined || todayCount === undefined || doneCount === undefined) return undefined;
  return { late: lateCount, today: todayCount, done: doneCount };
}

function counted(part: Part | undefined): View {
  const { sort: _, ...view } = part?.view ?? {};
  return view;
}

/** How much of the day is behind. */
function Share({ counts, done }: { counts: Counts | undefined; done: View | undefined }) {
  const say = useSay();
  if (!counts) return <Skeleton height={8} mb={16} />;
  const all = counts.late + counts.today + counts.done;
  if (all === 0) return null;
  const doneText = say('myDay.shareDone', { done: counts.done });
  return (
    <div className={styles.share}>
      <Anchor component={Link} to="/tasks" search={done as never}>
        {doneText}
      </Anchor>
      <Progress.Root size={6} className={styles.bar}>
        <Progress.Section
          value={(100 * counts.done) / all}
          color="var(--done)"
          aria-label={`${doneText} ${say('myDay.shareOf', { all })}`}
        />
      </Progress.Root>
    </div>
  );
}

export type Deeds = {
  onOpen(id: number): void;
  onComplete(row: TaskRow): void;
  onPutOff(row: TaskRow): void;
  onResult(row: TaskRow): void;
};

type PartListProps = {
  part: Part;
  count: number | undefined;
  references: References;
  deeds: Deeds;
  onDrawn(): void;
};

function PartList({ part, count, references, deeds, onDrawn }: PartListProps) {
  const say = useSay();
  useLayoutEffect(onDrawn);
  const { data } = useAsk('tasks.list', { ...part.view, limit: shownAtMost });
  const rows = data?.rows ?? [];
  if (!data) return <Skeleton height={60} mb={16} />;
  if (rows.length === 0) return null;
  return (
    <section className={styles.part} data-part={part.id} aria-label={say(part.title)}>
      <h2>
        {say(part.title)}
        {count !== undefined && (
          <Anchor component={Link} to="/tasks" search={part.view as never}>
            {say('task.count', { count })}
          </Anchor>
        )}
      </h2>
      <ul>
        {rows.map((row) => (
          <MyTask key={row.id} row={row} references={references} deeds={deeds} dated={part.id === 'late'} />
        ))}
      </ul>
      {count !== undefined && count > rows.length && (
        <Anchor component={Link} to="/tasks" search={part.view as never}>
          {say('myDay.more', { count: count - rows.length })}
        </Anchor>
      )}
    </section>
  );
}

const rowsOf = (list: HTMLElement | null) => [...(list?.querySelectorAll<HTMLElement>('[data-task]') ?? [])];

/** A row that goes while it has the focus, however it was closed, leaves it to the one that comes to its place. */
function useKeptPlace(list: RefObject<HTMLElement | null>) {
  const place = useRef(-1);
  return {
    onFocus: ({ target }: FocusEvent<HTMLElement>) => {
      place.current = rowsOf(list.current).indexOf(target);
    },
    onBlur: () => {
      place.current = -1;
    },
    keep: () => {
      if (place.current < 0 || document.activeElement !== document.body) return;
      const rows = rowsOf(list.current);
      (rows[place.current] ?? rows.at(-1))?.focus({ preventScroll: true });
    },
  };
}

/** To the next row or the one before, over the bounds of the parts. */
function walk(list: HTMLElement | null, event: KeyboardEvent): void {
  const rows = rowsOf(list);
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const next = rows[at < 0 ? 0 : at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
