// In the top bar: the house is out of reach, so that what is shown may be old.
import { IconWifiOff } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { liveLine } from '../platform/live-line.ts';
import { useSay } from '../platform/texts.tsx';

/** Stands empty before: a reader of the screen hears what comes into a place that is known. */
export function LostLine() {
  const say = useSay();
  const isLost = useSyncExternalStore(liveLine.subscribe, liveLine.isLost);
  return (
    <span role="status" className="top-lost" title={isLost ? say('shell.lostText') : undefined}>
      {isLost && (
        <>
          <IconWifiOff size={16} stroke={1.5} aria-hidden />
          {say('shell.lost')}
        </>
      )}
    </span>
  );
}
