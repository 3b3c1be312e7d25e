// Two people changed the same field: both versions are shown, one is chosen, none is lost (the other stays in the history).
import { Button, Modal } from '@mantine/core';
import { useReturnedFocus } from '../../kit/use-returned-focus.ts';
import { useFormat } from '../../platform/format.ts';
import type { References } from '../../platform/references.ts';
import { useWords } from '../../platform/texts.tsx';
import styles from './tasks.module.css';
import type { Clash } from './use-save-task.ts';

type ClashWindowProps = {
  clash: Clash;
  references: References;
  onChoose(choice: 'mine' | 'theirs'): void;
  /** Closed, nothing chosen. */
  onDismiss(): void;
};

export function ClashWindow({ clash, references, onChoose, onDismiss }: ClashWindowProps) {
  useReturnedFocus();
  const { say, sayIfKnown } = useWords();
  const format = useFormat();
  const shown = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return '—';
    if (field === 'stateId' || field === 'typeId') return references.entryName(Number(value));
    if (field === 'managerId') return references.personName(Number(value));
    if (field === 'at' || field === 'deadline') return format.moment(String(value));
    return String(value);
  };
  const fields = Object.keys(clash.mine).filter((field) => sayIfKnown(`field.${field}`));
  return (
    <Modal
      opened
      onClose={onDismiss}
      title={say('task.clash')}
      size="lg"
      closeButtonProps={{ 'aria-label': say('kit.close') }}
    >
      <p className={styles.clashLead}>{say('task.clashLead')}</p>
      {fields.map((field) => (
        <div key={field} className={styles.clash}>
          <h3>{sayIfKnown(`field.${field}`)}</h3>
          <section>
            <h4>{say('task.mine')}</h4>
            <p>{shown(field, clash.mine[field as keyof typeof clash.mine])}</p>
          </section>
          <section>
            <h4>{say('task.theirs')}</h4>
            <p>{shown(field, clash.theirs[field as keyof typeof clash.theirs])}</p>
          </section>
        </div>
      ))}
      <div className={styles.clashActions}>
        <Button variant="default" onClick={() => onChoose('theirs')}>
          {say('task.keepTheirs')}
        </Button>
        <Button data-autofocus onClick={() => onChoose('mine')}>
          {say('task.keepMine')}
        </Button>
      </div>
    </Modal>
  );
}
