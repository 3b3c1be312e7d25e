// Reminders in a browser while the house is not open in it: switched on here, and off for any of one's browsers.
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Queries } from '../../../contract/api.ts';
import { agentWords } from '../../platform/agent-words.ts';
import { call } from '../../platform/api.ts';
import { useComplain } from '../../platform/deeds.tsx';
import { useFormat } from '../../platform/format.ts';
import { useAsk } from '../../platform/queries.ts';
import { useSay } from '../../platform/texts.tsx';
import { type PushState, pushState, subscribeHere, unsubscribeHere } from './browser-push.ts';
import styles from './reminders.module.css';

type Push = Queries['reminders.push']['output'];

export function PushSettings() {
  const say = useSay();
  const { data } = useAsk('reminders.push', {});
  const state = usePushState(data);
  const { change, busy, fault } = useChange();
  if (!data || !state) return null;
  return (
    <div className={styles.settings}>
      {state !== 'off' && <p className={styles.lead}>{say(`reminder.push.${state}`)}</p>}
      {state === 'off' && (
        <Button
          variant="default"
          className={styles.start}
          loading={busy}
          onClick={() => change(() => begin(data))}
        >
          {say('reminder.pushBegin')}
        </Button>
      )}
      {fault && (
        <p className={styles.fault} role="alert">
          {say('reminder.pushFailed')}
        </p>
      )}
      <Browsers rows={data.rows} onEnd={(row) => change(() => end(row))} />
    </div>
  );
}

function usePushState(push: Push | undefined): PushState | undefined {
  const [state, setState] = useState<PushState>();
  useEffect(() => {
    let current = true;
    if (push)
      void pushState(push.rows.map(({ endpoint }) => endpoint)).then((found) => current && setState(found));
    return () => {
      current = false;
    };
  }, [push]);
  return state;
}

/** Runs a change and asks anew; `fault`: the browser's push service gave no subscription. */
function useChange() {
  const complain = useComplain();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState(false);
  const change = async (work: () => Promise<'done' | 'failed'>) => {
    setBusy(true);
    try {
      setFault((await work()) === 'failed');
    } catch (error) {
      complain(error);
    }
    setBusy(false);
    await client.invalidateQueries({ queryKey: ['reminders', 'push'] });
  };
  return { change, busy, fault };
}

async function begin({ key }: Push): Promise<'done' | 'failed'> {
  const made = await subscribeHere(key).catch(() => undefined);
  if (made === undefined) return 'failed';
  const { endpoint = '', keys } = made ?? {};
  if (made)
    await call('reminders.subscribe', {
      endpoint,
      keys: { p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '' },
      agent: navigator.userAgent.slice(0, 300),
    });
  return 'done';
}

async function end({ id, endpoint }: Push['rows'][number]): Promise<'done'> {
  await call('reminders.unsubscribe', { id });
  await unsubscribeHere(endpoint);
  return 'done';
}

function Browsers({ rows, onEnd }: { rows: Push['rows']; onEnd(row: Push['rows'][number]): void }) {
  const say = useSay();
  const format = useFormat();
  return (
    <ul className={styles.browsers}>
      {rows.map((row) => {
        const name = agentWords(row.agent);
        return (
          <li key={row.id}>
            <span>
              <strong title={row.agent}>{name}</strong>{' '}
              {say('reminder.pushSince', { when: format.moment(row.madeAt) })}
            </span>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={say('reminder.pushEndWhat', { name })}
              onClick={() => onEnd(row)}
            >
              {say('reminder.pushEnd')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
