// All clients and open tasks of a manager go to another in one step; also the way to delete one who is still named somewhere.
import { Button, Modal } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Person } from '../../../contract/people.ts';
import { PickField } from '../../kit/fields/pick-field.tsx';
import type { PickOption } from '../../kit/fields/use-pick-options.ts';
import { useReturnedFocus } from '../../kit/use-returned-focus.ts';
import { closedByEscape } from '../../kit/window/closed-by-escape.ts';
import { useKitLabels } from '../../platform/kit-labels.ts';
import type { References } from '../../platform/references.ts';
import { useSay } from '../../platform/texts.tsx';
import { type Use, UseList } from '../../platform/uses.tsx';
import styles from './people.module.css';
import type { PersonDeeds } from './use-person-deeds.ts';

export type Leaving = {
  person: Person;
  uses: Use[];
  /** The person was to be deleted. */
  goes: boolean;
};

type HandOverWindowProps = Leaving & { references: References; deeds: PersonDeeds; onClose(): void };

export function HandOverWindow({ person, uses, goes, references, deeds, onClose }: HandOverWindowProps) {
  useReturnedFocus();
  const say = useSay();
  const labels = useKitLabels();
  const [to, setTo] = useState<PickOption[]>([]);
  const search = useMemo(() => {
    const all = references.searchPeople();
    return async (text: string, signal: AbortSignal) =>
      (await all(text, signal)).filter(({ value }) => value !== String(person.id));
  }, [references, person]);
  const [picked] = to;
  const handOver = async () => {
    if (!picked) return;
    const done = await deeds.handOver(person, { id: Number(picked.value), name: picked.label });
    if (done && (!goes || (await deeds.remove(person)))) onClose();
  };
  const block = async () => {
    if (await deeds.block(person)) onClose();
  };
  return (
    <Modal
      opened
      {...closedByEscape(onClose)}
      title={say(goes ? 'person.inUse' : 'person.handOverTitle', { name: person.name })}
      closeButtonProps={{ 'aria-label': say('kit.close') }}
    >
      {goes && (
        <div className={styles.lead}>
          {say('person.usedBy')} <UseList uses={uses} value={String(person.id)} onLeave={onClose} />
        </div>
      )}
      <p className={styles.lead}>{say('person.handOverText')}</p>
      <div className={styles.toWhom}>
        <PickField
          label={say('person.toWhom')}
          value={to}
          onChange={setTo}
          search={search}
          labels={labels.pick}
          placeholder={say('view.pick')}
          autofocus
        />
        <Button disabled={!picked} onClick={handOver}>
          {say(goes ? 'person.handOverAndDelete' : 'person.handOverNow')}
        </Button>
      </div>
      {goes && person.status !== 'blocked' && (
        <div className={styles.other}>
          <p>{say('person.blockText')}</p>
          <Button variant="default" onClick={block}>
            {say('person.block')}
          </Button>
        </div>
      )}
    </Modal>
  );
}
