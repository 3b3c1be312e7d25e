// The "?" of a screen.
import { ActionIcon } from '@mantine/core';
import { IconHelp } from '@tabler/icons-react';
import { tip } from '../kit/tip.ts';
import { type HelpTopic, helpBeside } from './help.ts';
import { useSay } from './texts.tsx';

/** `topic`: where the screen has no address of its own. */
export function HelpButton({ topic }: { topic?: HelpTopic }) {
  const say = useSay();
  return (
    <ActionIcon
      {...tip(`${say('help.help')} · F1`)}
      variant="subtle"
      color="gray"
      aria-label={say('help.help')}
      onClick={() => helpBeside.show(topic)}
    >
      <IconHelp size={18} stroke={1.5} />
    </ActionIcon>
  );
}
