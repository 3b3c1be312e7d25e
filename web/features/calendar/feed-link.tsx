// One's own tasks in another program: a secret address, shown once when it is made, and ended from here.
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../platform/api.ts';
import { CopyLink } from '../../platform/copy-link.tsx';
import { useComplain } from '../../platform/deeds.tsx';
import { useFormat } from '../../platform/format.ts';
import { useAsk } from '../../platform/queries.ts';
import { useSay } from '../../platform/texts.tsx';
import styles from './calendar.module.css';

export function FeedLink() {
  const say = useSay();
  const format = useFormat();
  const complain = useComplain();
  const client = useQueryClient();
  const { data } = useAsk('calendar.feed', {});
  const [token, setToken] = useState<string | null>(null);
  if (!data) return null;
  const change = async (work: () => Promise<string | null>) => {
    try {
      setToken(await work());
      await client.invalidateQueries({ queryKey: ['calendar', 'feed'] });
    } catch (error) {
      complain(error);
    }
  };
  const open = () => change(async () => (await call('calendar.openFeed', {})).token ?? null);
  const close = () =>
    change(async () => {
      await call('calendar.closeFeed', {});
      return null;
    });
  return (
    <div className={styles.feed}>
      {token && (
        <>
          <CopyLink
            link={`${window.location.origin}/feeds/${token}.ics`}
            label={say('calendar.feedLink')}
            autoFocus
          />
          <p className={styles.lead}>{say('calendar.feedOnce')}</p>
        </>
      )}
      {!token && data.openedAt && (
        <p className={styles.lead}>{say('calendar.feedOpen', { when: format.moment(data.openedAt) })}</p>
      )}
      <div className={styles.buttons}>
        <Button variant="default" onClick={open}>
          {say(data.openedAt ? 'calendar.feedAgain' : 'calendar.feedMake')}
        </Button>
        {data.openedAt && (
          <Button variant="subtle" color="gray" onClick={close}>
            {say('calendar.feedClose')}
          </Button>
        )}
      </div>
    </div>
  );
}
