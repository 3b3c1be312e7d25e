// While rows are read or written: how far, and the way to stop.
import { Button, Progress } from '@mantine/core';
import type { ImportView } from '../../../contract/imports.ts';
import { call } from '../../platform/api.ts';
import { useComplain } from '../../platform/deeds.tsx';
import { useFormat } from '../../platform/format.ts';
import { useSay } from '../../platform/texts.tsx';
import styles from './imports.module.css';

export function ImportWorking({ view, onChanged }: { view: ImportView; onChanged(): void }) {
  const say = useSay();
  const format = useFormat();
  const complain = useComplain();
  const { done, total } = view.progress;
  const stop = () => call('imports.stop', { id: view.id }).then(onChanged, complain);
  return (
    <section className={styles.step} aria-live="polite">
      <p className={styles.lead}>{say(view.status === 'planning' ? 'import.planning' : 'import.running')}</p>
      <Progress
        value={total > 0 ? (done / total) * 100 : 0}
        size="lg"
        aria-label={say('import.progress')}
        animated
      />
      <p className={styles.small}>
        {say('import.progressOf', { done: format.number(done), total: format.number(total) })}
      </p>
      <div className={styles.actions}>
        <Button variant="default" onClick={stop} disabled={!view.can.stop}>
          {say('import.stop')}
        </Button>
      </div>
      <p className={styles.small}>{say('import.mayLeave')}</p>
    </section>
  );
}
