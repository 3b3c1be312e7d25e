// The card of a task over whatever list is open; its history comes from the journal.
import { isDay } from '../../contract/kit/interval.ts';
import { HistoryList } from '../features/journal/history-list.tsx';
import { draftOf, type TaskDraft } from '../features/tasks/task-form.ts';
import { TaskWindow } from '../features/tasks/task-window.tsx';
import { useStep } from '../platform/beneath.ts';
import { type OpenCard, useCards } from '../platform/cards.ts';
import { isGone } from '../platform/gone.ts';
import { useAsk } from '../platform/queries.ts';
import { type References, useReferences } from '../platform/references.ts';
import { useMe } from '../platform/session.tsx';
import { MissingCard } from './missing-card.tsx';
import { useTellOutside } from './use-tell-outside.tsx';

/** First values of a new task travel in the address: `manager=3;client=12;day=2026-11-23`, `at=2026-11-23T07:30:00Z;minutes=45`. */
function givenValues(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split(';')
      .map((part) => part.split('=') as [string, string])
      .filter(([name, value]) => name && value),
  );
}

/** The moment given, or the start of the day given, or of today. */
function momentGiven({ at, day }: Record<string, string>, zone: string): { at: string; hasTime: boolean } {
  if (
    at &&
    isDay(at.slice(0, 10)) &&
    /^T\d\d:\d\d:\d\dZ$/.test(at.slice(10)) &&
    !Number.isNaN(Date.parse(at))
  )
    return { at, hasTime: true };
  const date = day && isDay(day) ? Temporal.PlainDate.from(day) : Temporal.Now.plainDateISO(zone);
  return { at: date.toZonedDateTime(zone).toInstant().toString(), hasTime: false };
}

function newDraft(card: OpenCard, personId: number, references: References, zone: string): TaskDraft {
  const given = givenValues(card.given);
  const number = (name: string) => (/^\d{1,15}$/.test(given[name] ?? '') ? Number(given[name]) : null);
  const first = references
    .entriesOf('taskStates')
    .find(({ meaning, archived }) => meaning === 'open' && !archived);
  return {
    typeId: number('type'),
    stateId: first?.id ?? null,
    managerId: number('manager') ?? personId,
    clientId: number('client'),
    description: '',
    results: '',
    ...momentGiven(given, zone),
    minutes: number('minutes') || null,
    deadline: null,
    tags: [],
    repeat: null,
    remind: null,
  };
}

export function TaskCard({ card }: { card: OpenCard }) {
  const { close, exchange, open } = useCards();
  const references = useReferences();
  const { person, firm } = useMe();
  const { data: task, error } = useAsk('tasks.get', { id: card.id ?? 0 }, { enabled: card.id !== null });
  const clientId = card.id === null ? Number(givenValues(card.given).client ?? 0) : 0;
  const { data: given } = useAsk('clients.find', { ids: [clientId] }, { enabled: clientId > 0 });
  const tellOutside = useTellOutside();
  const stepTo = useStep(card);
  if (isGone(error, task)) return <MissingCard error={error} card={card} />;
  if (card.id !== null && task?.id !== card.id) return null;
  return (
    <TaskWindow
      key={card.id ?? 'new'}
      task={card.id === null ? null : (task ?? null)}
      first={card.id !== null && task ? draftOf(task) : newDraft(card, person.id, references, firm.timeZone)}
      references={references}
      clientName={task?.clientName ?? given?.rows[0]?.name ?? null}
      history={card.id === null ? null : <HistoryList kind="tasks" id={card.id} references={references} />}
      fixedManager={givenValues(card.given).fixed === 'manager'}
      onClose={() => close(card)}
      onReopen={() => open('tasks', card.id, card.given)}
      onCreated={(row) => tellOutside(row, givenValues(card.given).shown)}
      onChanged={(row) => tellOutside(row, givenValues(card.given).shown)}
      onSaved={(id) => exchange(card, id)}
      stepTo={stepTo}
      onShow={givenValues(card.given).shown ? undefined : (id) => open('tasks', id)}
      onOpenClient={(id) => open('clients', id)}
    />
  );
}
