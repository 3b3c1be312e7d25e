// Two people changed the same field: both versions are shown as the card shows them, one is chosen; the other is offered back.
import { Button, Modal, Radio } from '@mantine/core';
import { useState } from 'react';
import { useReturnedFocus } from '../kit/use-returned-focus.ts';
import type { TextId } from '../texts/ids.ts';
import styles from './clash.module.css';
import type { Clash, ClashField } from './clash.ts';
import { useSay } from './texts.tsx';

type ClashWindowProps<Input, Row extends Input> = {
  clash: Clash<Input, Row>;
  labelOf(field: ClashField<Input>): TextId;
  /** A field in the words of the card; empty where nothing is in it. */
  shown(field: ClashField<Input>, from: Input): string;
  /** The fields where the colleague's is kept. */
  onChoose(given: ClashField<Input>[]): void;
  /** Closed, nothing chosen. */
  onDismiss(): void;
};

export function ClashWindow<Input, Row extends Input>(props: ClashWindowProps<Input, Row>) {
  const { clash, labelOf, shown, onChoose, onDismiss } = props;
  useReturnedFocus();
  const say = useSay();
  const [given, setGiven] = useState<ClashField<Input>[]>([]);
  const { fields, mine, theirs } = clash;
  const single = fields.length === 1;
  return (
    <Modal
      opened
      onClose={onDismiss}
      title={say('clash.title', { count: fields.length })}
      size="lg"
      closeButtonProps={{ 'aria-label': say('kit.close') }}
    >
      <p className={styles.lead}>{say('clash.lead')}</p>
      {fields.map((field) => (
        <Radio.Group
          key={field}
          label={single ? undefined : say(labelOf(field))}
          value={given.includes(field) ? 'theirs' : 'mine'}
          onChange={(whose) =>
            setGiven([...given.filter((each) => each !== field), ...(whose === 'theirs' ? [field] : [])])
          }
        >
          <div className={styles.field}>
            {single && <h3>{say(labelOf(field))}</h3>}
            {(['mine', 'theirs'] as const).map((whose) => (
              <section key={whose}>
                {single ? (
                  <h4>{say(`clash.${whose}`)}</h4>
                ) : (
                  <Radio id={`${field}-${whose}`} value={whose} label={say(`clash.${whose}`)} size="xs" />
                )}
                <label htmlFor={single ? undefined : `${field}-${whose}`} className={styles.text}>
                  {shown(field, whose === 'mine' ? mine : theirs) || '—'}
                </label>
              </section>
            ))}
          </div>
        </Radio.Group>
      ))}
      <div className={styles.actions}>
        {single && (
          <Button variant="default" onClick={() => onChoose(fields)}>
            {say('clash.keepTheirs')}
          </Button>
        )}
        <Button data-autofocus onClick={() => onChoose(given)}>
          {say(single ? 'clash.keepMine' : 'kit.save')}
        </Button>
      </div>
    </Modal>
  );
}
