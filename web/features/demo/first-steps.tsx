// The first steps of whoever sets up the house: each checks itself off by what there is. Put away with one press; the palette brings them back.
import { Button, Modal } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { FirstStep } from '../../../contract/demo.ts';
import { useAppearance } from '../../platform/appearance.ts';
import { useCards } from '../../platform/cards.ts';
import { useDo } from '../../platform/deeds.tsx';
import { useAsk } from '../../platform/queries.ts';
import { useSay } from '../../platform/texts.tsx';
import styles from './first-steps.module.css';

export function FirstSteps({ onClose }: { onClose(): void }) {
  const say = useSay();
  const { data } = useAsk('demo.steps', {});
  const [{ stepsHidden }, change] = useAppearance();
  const deeds = useStepDeeds();
  const go = (step: FirstStep) => {
    onClose();
    deeds[step]();
  };
  const putAway = () => {
    change({ stepsHidden: true });
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('steps.title')}
      closeButtonProps={{ 'aria-label': say('kit.close') }}
    >
      <p className={styles.lead}>{say('steps.lead')}</p>
      <ul className={styles.steps}>
        {data?.rows.map(({ step, done }) => (
          <li key={step}>
            <button type="button" data-done={done || undefined} onClick={() => go(step)}>
              {done ? (
                <IconCircleCheckFilled size={20} aria-hidden />
              ) : (
                <IconCircle size={20} stroke={1.5} aria-hidden />
              )}
              <span>
                <strong>{say(`steps.${step}`)}</strong>
                <span>{done ? say('steps.done') : say(`steps.${step}.why`)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {!stepsHidden && (
        <Button variant="subtle" color="gray" size="compact-sm" onClick={putAway}>
          {say('steps.putAway')}
        </Button>
      )}
    </Modal>
  );
}

function useStepDeeds(): Record<FirstStep, () => void> {
  const say = useSay();
  const navigate = useNavigate();
  const act = useDo();
  const { open } = useCards();
  return {
    firm: () => navigate({ to: '/settings', hash: 'firm' }),
    people: () => navigate({ to: '/people', search: { person: 'new' } as never }),
    clients: () => navigate({ to: '/import' }),
    task: () => open('tasks', null),
    hours: () => navigate({ to: '/settings', hash: 'hours' }),
    demo: () => void act('demo.fill', {}, { text: say('steps.demoFilled') }),
  };
}
