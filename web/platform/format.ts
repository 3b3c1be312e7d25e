// Formats of whoever looks: dates as people say them. The exact moment goes into the tooltip.
import { useMemo } from 'react';
import { type Format, formatFor } from '../../contract/text/format.ts';
import { useMe } from './session.tsx';
import { useWords } from './texts.tsx';

export type { Format } from '../../contract/text/format.ts';

/** Formats in the language and time zone of the person. */
export function useFormat(): Format {
  const { firm, appearance } = useMe();
  return useFormatIn(appearance.timeZone ?? firm.timeZone, firm.timeZone);
}

/** Formats in the language of the person and the time zone of the firm: for places whose days are the firm's. */
export function useFirmFormat(): Format {
  const { timeZone } = useMe().firm;
  return useFormatIn(timeZone, timeZone);
}

function useFormatIn(zone: string, dayZone: string): Format {
  const { locale, say } = useWords();
  return useMemo(
    () =>
      formatFor(
        locale,
        zone,
        { yesterday: say('day.yesterday'), today: say('day.today'), tomorrow: say('day.tomorrow') },
        dayZone,
      ),
    [locale, zone, dayZone, say],
  );
}
