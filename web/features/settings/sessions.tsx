// Where this person is signed in; any sign-in can be ended from here.
import { Button } from '@mantine/core';
import type { Session } from '../../../contract/people.ts';
import { ErrorState } from '../../kit/states/empty-state.tsx';
import { SkeletonRows } from '../../kit/states/skeleton-rows.tsx';
import { agentWords } from '../../platform/agent-words.ts';
import { useDo } from '../../platform/deeds.tsx';
import { useFormat } from '../../platform/format.ts';
import { useAsk } from '../../platform/queries.ts';
import { refusalText } from '../../platform/refusal-text.ts';
import { useSay, useWords } from '../../platform/texts.tsx';
import { Section } from './section.tsx';
import styles from './settings.module.css';

export function SessionsSection() {
  const words = useWords();
  const { say } = words;
  const { data, error } = useAsk('people.sessions', {});
  return (
    <Section id="sessions" title={say('settings.sessions')} text={say('settings.sessionsText')}>
      {error && !data && <ErrorState title={refusalText(words, error)} />}
      {!error && !data && <SkeletonRows rows={2} label={say('settings.sessions')} />}
      <ul className={styles.sessions}>
        {data?.rows.map((session) => (
          <OneSession key={session.id} session={session} />
        ))}
      </ul>
    </Section>
  );
}

function OneSession({ session }: { session: Session }) {
  const say = useSay();
  const format = useFormat();
  const act = useDo();
  const { id, agent, address, seenAt, current } = session;
  const name = agentWords(agent);
  return (
    <li>
      <div>
        <strong title={agent}>{name}</strong>
        <span title={format.exact(seenAt)}>
          {address} · {current ? say('settings.thisOne') : format.moment(seenAt)}
        </span>
      </div>
      {!current && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={say('settings.endWhat', { name })}
          onClick={() => act('people.endSession', { id })}
        >
          {say('settings.end')}
        </Button>
      )}
    </li>
  );
}
