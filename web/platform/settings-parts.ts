// The parts of the settings and their anchors: the page shows them in this order, the palette goes to each.
import type { TextId } from '../texts/ids.ts';
import { useAsk } from './queries.ts';
import { useMay, useMe } from './session.tsx';

type SettingsPart = { id: string; text: TextId; firm: boolean };

/** `firm`: only for whoever may change the settings of the firm. */
const settingsParts = [
  { id: 'appearance', text: 'settings.appearance', firm: false },
  { id: 'background', text: 'settings.background', firm: false },
  { id: 'password', text: 'settings.password', firm: false },
  { id: 'sessions', text: 'settings.sessions', firm: false },
  { id: 'reminders', text: 'reminder.title', firm: false },
  { id: 'push', text: 'reminder.push', firm: false },
  { id: 'feed', text: 'settings.feed', firm: false },
  { id: 'firm', text: 'settings.firm', firm: true },
  { id: 'hours', text: 'settings.hours', firm: true },
  { id: 'holidays', text: 'settings.holidays', firm: true },
  { id: 'limits', text: 'settings.limits', firm: true },
  { id: 'demo', text: 'settings.demo', firm: true },
] as const satisfies SettingsPart[];

export type SettingsPartId = (typeof settingsParts)[number]['id'];

/** Those that this person has: of the firm only who keeps it, examples and limits only where there are any. */
export function useSettingsParts(): { id: SettingsPartId; text: TextId }[] {
  const keepsFirm = useMay('settings', 'change');
  const { hasDemo } = useMe().firm;
  const { data } = useAsk('limits.use', {}, { enabled: keepsFirm });
  const isLimited = (data?.rows.length ?? 0) > 0;
  return settingsParts.filter(
    ({ id, firm }) => (keepsFirm || !firm) && (id !== 'demo' || hasDemo) && (id !== 'limits' || isLimited),
  );
}
