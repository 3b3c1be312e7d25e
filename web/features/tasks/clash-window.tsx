// Two people changed the same field: both versions are shown as the card shows them, one is chosen; the other is offered back.
import { Button, Modal, Radio } from '@mantine/core';
import { useState } from 'react';
import type { TaskInput } from '../../../contract/tasks.ts';
import { useReturnedFocus } from '../../kit/use-returned-focus.ts';
import { useNamesOfClients } from '../../platform/client-names.ts';
import { useFormat } from '../../platform/format.ts';
import type { References } from '../../platform/references.ts';
import { remindText } from '../../platform/remind-select.tsx';
import { useRepeatWords } from '../../platform/repeat-words.ts';
import { useSay } from '../../platform/texts.tsx';
import type { TextId } from '../../texts/ids.ts';
import type { Clash, ClashField } from './clash.ts';
import styles from './tasks.module.css';

type ClashWindowProps = {
  clash: Clash;
  references: References;
  /** The fields where the colleague's is kept. */
  onChoose(given: ClashField[]): void;
  /** Closed, nothing chosen. */
  onDismiss(): void;
};

export function ClashWindow({ clash, references, onChoose, onDismiss }: ClashWindowProps) {
  useReturnedFocus();
  const say = useSay();
  const shown = useShown(clash, references);
  const [given, setGiven] = useState<ClashField[]>([]);
  const { fields, mine, theirs } = clash;
  const single = fields.length === 1;
  return (
    <Modal
      opened
      onClose={onDismiss}
      title={say('task.clash', { count: fields.length })}
      size="lg"
      closeButtonProps={{ 'aria-label': say('kit.close') }}
    >
      <p className={styles.clashLead}>{say('task.clashLead')}</p>
      {fields.map((field) => (
        <Radio.Group
          key={field}
          label={single ? undefined : say(`field.${field}` as TextId)}
          value={given.includes(field) ? 'theirs' : 'mine'}
          onChange={(whose) =>
            setGiven([...given.filter((each) => each !== field), ...(whose === 'theirs' ? [field] : [])])
          }
        >
          <div className={styles.clash}>
            {single && <h3>{say(`field.${field}` as TextId)}</h3>}
            {(['mine', 'theirs'] as const).map((whose) => (
              <section key={whose}>
                {single ? (
                  <h4>{say(`task.${whose}`)}</h4>
                ) : (
                  <Radio value={whose} label={say(`task.${whose}`)} size="xs" />
                )}
                <p>{shown(field, whose === 'mine' ? mine : theirs) || '—'}</p>
              </section>
            ))}
          </div>
        </Radio.Group>
      ))}
      <div className={styles.clashActions}>
        {single && (
          <Button variant="default" onClick={() => onChoose(fields)}>
            {say('task.keepTheirs')}
          </Button>
        )}
        <Button data-autofocus onClick={() => onChoose(given)}>
          {say(single ? 'task.keepMine' : 'kit.save')}
        </Button>
      </div>
    </Modal>
  );
}

/** Says a field in the words of the card. */
function useShown({ mine, theirs }: Clash, references: References) {
  const say = useSay();
  const format = useFormat();
  const repeatWords = useRepeatWords();
  const ids = [mine.clientId, theirs.clientId].filter((id) => typeof id === 'number');
  const clientName = useNamesOfClients('clientId' in mine ? ids : []);
  return (field: ClashField, from: TaskInput): string => {
    const { at, deadline, minutes, remind, clientId } = from;
    switch (field) {
      case 'stateId':
      case 'typeId':
        return references.entryName(from[field] ?? null);
      case 'managerId':
        return references.personName(from.managerId ?? null);
      case 'clientId':
        return clientId ? clientName(clientId) : '';
      case 'at':
        return at ? format.moment(at, from.hasTime === true) : '';
      case 'deadline':
        return deadline ? format.moment(deadline) : '';
      case 'minutes':
        return minutes ? format.number(minutes) : '';
      case 'repeat':
        return repeatWords(from.repeat ?? null) || say('repeat.none');
      case 'remind':
        return remind === null || remind === undefined ? say('remind.usual') : remindText(say, remind);
      case 'tags':
        return (from.tags ?? []).join(', ');
      default:
        return String(from[field] ?? '');
    }
  };
}
