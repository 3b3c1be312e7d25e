// The made-up firm goes in one click; what people have changed in it meanwhile stays.
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDo } from '../../platform/deeds.tsx';
import { useSay } from '../../platform/texts.tsx';
import { Section } from './section.tsx';

export function DemoSection() {
  const say = useSay();
  const act = useDo();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    await act(
      'demo.remove',
      {},
      { text: ({ removed, left }) => say('settings.demoRemoved', { removed, left }) },
    );
    setBusy(false);
    await client.invalidateQueries();
  };
  return (
    <Section id="demo" title={say('settings.demo')} text={say('settings.demoText')}>
      <div>
        <Button variant="default" loading={busy} onClick={remove}>
          {say('settings.removeDemo')}
        </Button>
      </div>
    </Section>
  );
}
