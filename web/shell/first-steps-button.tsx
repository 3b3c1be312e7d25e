// The way to the first steps, for who keeps the house and has not put them away: under the places of the rail, with how many are done.
import { IconRoute } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useAction } from '../platform/actions.ts';
import { useAsk } from '../platform/queries.ts';
import { useMay, useMe } from '../platform/session.tsx';
import { useSay } from '../platform/texts.tsx';

const FirstSteps = lazy(() =>
  import('../features/demo/first-steps.tsx').then((file) => ({ default: file.FirstSteps })),
);

export function FirstStepsButton() {
  const say = useSay();
  const { appearance } = useMe();
  const keeps = useMay('settings', 'change');
  const isWanted = keeps && !appearance.stepsHidden;
  const { data } = useAsk('demo.steps', {}, { enabled: isWanted });
  const [opened, setOpened] = useState(false);
  useAction({ id: 'steps', text: say('steps.title'), run: () => setOpened(true) }, keeps);
  const done = data?.rows.filter((row) => row.done).length ?? 0;
  const isShown = isWanted && data !== undefined && done < data.rows.length;
  return (
    <>
      {isShown && (
        <button type="button" className="rail-place rail-steps" onClick={() => setOpened(true)}>
          <IconRoute size={20} stroke={1.5} aria-hidden />
          <span>{say('steps.title')}</span>
          <small>{say('steps.count', { done, all: data.rows.length })}</small>
        </button>
      )}
      <Suspense fallback={null}>{opened && <FirstSteps onClose={() => setOpened(false)} />}</Suspense>
    </>
  );
}
