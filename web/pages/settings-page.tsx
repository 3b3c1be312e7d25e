// Settings: one's own first, the firm's for whoever may change them.
import { Link } from '@tanstack/react-router';
import { FeedLink } from '../features/calendar/feed-link.tsx';
import { FirmHolidays, FirmWeek } from '../features/calendar/firm-times.tsx';
import { PushSettings } from '../features/reminders/push-settings.tsx';
import { ReminderSettings } from '../features/reminders/reminder-settings.tsx';
import { AppearanceSection } from '../features/settings/appearance.tsx';
import { BackgroundSection } from '../features/settings/background.tsx';
import { DemoSection } from '../features/settings/demo.tsx';
import { FirmSection } from '../features/settings/firm.tsx';
import { LimitsSection } from '../features/settings/limits.tsx';
import { PasswordSection } from '../features/settings/password.tsx';
import { Section } from '../features/settings/section.tsx';
import { SessionsSection } from '../features/settings/sessions.tsx';
import { useMay, useMe } from '../platform/session.tsx';
import { useSettingsParts } from '../platform/settings-parts.ts';
import { useSay } from '../platform/texts.tsx';
import styles from './pages.module.css';

export function SettingsPage() {
  const say = useSay();
  const { firm } = useMe();
  const mayChange = useMay('settings', 'change');
  const mayHear = useMay('tasks', 'view');
  return (
    <div className={styles.sheet}>
      <h1>{say('place.settings')}</h1>
      <nav className={styles.anchors} aria-label={say('settings.parts')}>
        {useSettingsParts().map(({ id, text }) => (
          <Link key={id} to="/settings" hash={id}>
            {say(text)}
          </Link>
        ))}
      </nav>
      <AppearanceSection />
      <BackgroundSection />
      <PasswordSection />
      <SessionsSection />
      {mayHear && (
        <Section id="reminders" title={say('reminder.title')} text={say('reminder.settingsText')}>
          <ReminderSettings />
        </Section>
      )}
      {mayHear && (
        <Section id="push" title={say('reminder.push')} text={say('reminder.pushText')}>
          <PushSettings />
        </Section>
      )}
      <Section id="feed" title={say('settings.feed')} text={say('settings.feedText')}>
        <FeedLink />
      </Section>
      {mayChange && <FirmSection />}
      {mayChange && (
        <Section id="hours" title={say('settings.hours')} text={say('settings.hoursText')}>
          <FirmWeek />
        </Section>
      )}
      {mayChange && (
        <Section id="holidays" title={say('settings.holidays')} text={say('settings.holidaysText')}>
          <FirmHolidays />
        </Section>
      )}
      {mayChange && <LimitsSection />}
      {mayChange && firm.hasDemo && <DemoSection />}
    </div>
  );
}
