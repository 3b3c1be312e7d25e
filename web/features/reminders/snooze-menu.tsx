// «Отложить»: by ten minutes, an hour, until tomorrow morning, or until a time of one's own.
import { Button, getDefaultZIndex, Menu } from '@mantine/core';
import { notifications } from '../../kit/notes/notes.ts';
import type { RefusedError } from '../../platform/api.ts';
import { useDo } from '../../platform/deeds.tsx';
import { useFormat } from '../../platform/format.ts';
import { useSay } from '../../platform/texts.tsx';

type SnoozeMenuProps = {
  id: number;
  /** Of which reminder, for who hears the screen. */
  title: string;
  onSnoozed(): void;
  onOwnTime(): void;
  /** Stands inside of a popover: its list becomes a part of that. */
  nested?: boolean;
};

/** It may be asked for from a toast, and would open beneath the next one. */
const aboveToasts = getDefaultZIndex('max');

/** Nine in the morning after today. */
function tomorrowMorning(timeZone: string): Temporal.Instant {
  const plainTime = new Temporal.PlainTime(9);
  return Temporal.Now.plainDateISO(timeZone)
    .add({ days: 1 })
    .toZonedDateTime({ timeZone, plainTime })
    .toInstant();
}

type Refused = (refusal: RefusedError['refusal']) => boolean;

/** Puts off and says until when; answers whether it was done. `onRefused`: takes a refusal that has a place on the screen. */
export function useSnooze() {
  const act = useDo();
  const say = useSay();
  const format = useFormat();
  return async (id: number, until: string, onRefused?: Refused): Promise<boolean> => {
    const done = await act('reminders.snooze', { id, until }, onRefused ? { onRefused } : {});
    if (done) notifications.show({ message: say('reminder.snoozed', { when: format.moment(until) }) });
    return done !== undefined;
  };
}

export function SnoozeMenu({ id, title, onSnoozed, onOwnTime, nested = false }: SnoozeMenuProps) {
  const say = useSay();
  const { timeZone } = useFormat();
  const snooze = useSnooze();
  const choose = async (until: Temporal.Instant) => {
    if (await snooze(id, until.toString())) onSnoozed();
  };
  const later = (span: { minutes: number }) => choose(Temporal.Now.instant().add(span));
  return (
    <Menu position="bottom-end" withinPortal={!nested} zIndex={aboveToasts}>
      <Menu.Target>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          aria-label={say('reminder.snoozeWhat', { title })}
        >
          {say('reminder.snooze')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => later({ minutes: 10 })}>{say('reminder.tenMinutes')}</Menu.Item>
        <Menu.Item onClick={() => later({ minutes: 60 })}>{say('reminder.anHour')}</Menu.Item>
        <Menu.Item onClick={() => choose(tomorrowMorning(timeZone))}>{say('reminder.tomorrow')}</Menu.Item>
        <Menu.Item onClick={onOwnTime}>{say('reminder.ownTime')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
