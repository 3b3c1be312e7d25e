// A time of one's own until which a reminder is put off.
import { Button, Modal } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Reminder } from '../../../contract/reminders.ts';
import { DateTimeField } from '../../kit/fields/date-time-field.tsx';
import type { Moment } from '../../kit/fields/parse-moment.ts';
import { goToUnsettled } from '../../kit/fields/unsettled.ts';
import { useReturnedFocus } from '../../kit/use-returned-focus.ts';
import { closedByEscape } from '../../kit/window/closed-by-escape.ts';
import { RefusedError } from '../../platform/api.ts';
import { useFormat } from '../../platform/format.ts';
import { useKitLabels } from '../../platform/kit-labels.ts';
import { fromMoment, toMoment } from '../../platform/moments.ts';
import { faultsByPath } from '../../platform/refusal-text.ts';
import { useMe } from '../../platform/session.tsx';
import { useWords } from '../../platform/texts.tsx';
import { reminderTitle } from './reminder-words.ts';
import styles from './reminders.module.css';
import { useSnooze } from './snooze-menu.tsx';

type SnoozeWindowProps = { reminder: Reminder; onClose(): void };

export function SnoozeWindow({ reminder, onClose }: SnoozeWindowProps) {
  const words = useWords();
  const { say, locale } = words;
  const labels = useKitLabels();
  const format = useFormat();
  const { today } = useMe();
  const snooze = useSnooze();
  useReturnedFocus();
  const [fault, setFault] = useState<string>();
  const [moment, setMoment] = useState<Moment | null>(() =>
    toMoment(Temporal.Now.instant().add({ hours: 2 }).round('minute').toString(), true, format),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const until = fromMoment(moment, format).at;
    if (goToUnsettled(document.activeElement)) return;
    if (until === null) return setFault(say('refusal.fault.required'));
    const done = await snooze(reminder.id, until, (refusal) => {
      setFault(faultsByPath(words, new RefusedError(422, refusal)).until);
      return refusal.faults.length > 0;
    });
    if (done) onClose();
  };
  return (
    <Modal
      opened
      {...closedByEscape(onClose)}
      title={say('reminder.snoozeTitle', { title: reminderTitle(reminder, words.locale) })}
      closeButtonProps={{ 'aria-label': say('kit.close') }}
    >
      <form className={styles.window} onSubmit={submit}>
        <DateTimeField
          label={say('field.until')}
          value={moment}
          onChange={setMoment}
          format={(shown) => format.moment(fromMoment(shown, format).at ?? '', shown.time !== null)}
          words={labels.moments}
          labels={labels.date}
          today={Temporal.PlainDate.from(today)}
          locale={locale}
          error={fault}
          withTime
          autofocus
        />
        <Button type="submit">{say('reminder.snooze')}</Button>
      </form>
    </Modal>
  );
}
