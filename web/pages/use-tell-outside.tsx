// A task that was set to a day outside of the list it was added to: says so, and offers to show it.
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { TaskRow } from '../../contract/tasks.ts';
import { notifications } from '../kit/notes/notes.ts';
import { useCards } from '../platform/cards.ts';
import { useFormat } from '../platform/format.ts';
import { useMe } from '../platform/session.tsx';
import { useSay } from '../platform/texts.tsx';

/** `shown` are the days of the list, `2026-11-24..2026-11-24`; what is offered is the same manager's other day. */
export function useTellOutside(): (row: TaskRow, shown: string | undefined) => void {
  const say = useSay();
  const format = useFormat();
  const navigate = useNavigate();
  const { open } = useCards();
  const { firm, appearance } = useMe();
  const clock = (appearance.timeZone ?? firm.timeZone) === firm.timeZone ? '' : say('calendar.firmClock');
  return ({ id, at, managerId }, shown) => {
    const [from, to] = shown?.split('..') ?? [];
    const day = at === null ? null : format.planDay(at);
    if (!from || !to || (day !== null && from <= day && day <= to)) return;
    const toast = `outside-${id}`;
    const show = () => {
      notifications.hide(toast);
      if (day) open('days', managerId ?? 0, `${day}..${day}`);
      else navigate({ to: '/tasks', search: { d: 'undated', card: `tasks.${id}` } as never });
    };
    notifications.show({
      id: toast,
      autoClose: 10_000,
      withCloseButton: true,
      message: (
        <>
          {say('calendar.outside', {
            id,
            when:
              day === null ? say('interval.undated') : [format.day(day), clock].filter(Boolean).join(', '),
          })}{' '}
          <Button size="compact-xs" variant="subtle" onClick={show}>
            {say('calendar.showIt')}
          </Button>
        </>
      ),
    });
  };
}
