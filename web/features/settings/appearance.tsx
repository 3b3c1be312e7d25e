// The choices of how Voronka looks and speaks to this person.
import { SegmentedControl, Select, Switch } from '@mantine/core';
import { useMemo } from 'react';
import { type Preset, presets } from '../../../contract/kit/view.ts';
import { useAppearance } from '../../platform/appearance.ts';
import { useMe } from '../../platform/session.tsx';
import { useSay } from '../../platform/texts.tsx';
import { Section } from './section.tsx';
import styles from './settings.module.css';

export function AppearanceSection() {
  const say = useSay();
  const [appearance, change] = useAppearance();
  return (
    <Section id="appearance" title={say('settings.appearance')} text={say('settings.appearanceText')}>
      <Choice
        label={say('settings.theme')}
        value={appearance.theme}
        options={[
          ['auto', say('settings.theme.auto')],
          ['light', say('settings.theme.light')],
          ['dark', say('settings.theme.dark')],
        ]}
        onChange={(theme) => change({ theme })}
      />
      <Choice
        label={say('settings.density')}
        value={appearance.density}
        options={[
          ['compact', say('settings.density.compact')],
          ['normal', say('settings.density.normal')],
          ['roomy', say('settings.density.roomy')],
        ]}
        onChange={(density) => change({ density })}
      />
      <Choice
        label={say('settings.language')}
        value={appearance.locale}
        options={[
          ['ru', 'Русский'],
          ['en', 'English'],
        ]}
        onChange={(locale) => change({ locale })}
      />
      <Switch
        label={say('settings.toolbar')}
        checked={appearance.toolbar}
        onChange={(event) => change({ toolbar: event.currentTarget.checked })}
      />
      <OwnInterval value={appearance.interval} onChange={(interval) => change({ interval })} />
      <OwnZone value={appearance.timeZone} onChange={(timeZone) => change({ timeZone })} />
    </Section>
  );
}

type ChoiceProps<Value extends string> = {
  label: string;
  value: Value;
  options: [Value, string][];
  onChange(value: Value): void;
};

function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <div className={styles.choice}>
      <span aria-hidden>{label}</span>
      <SegmentedControl
        aria-label={label}
        data={options.map(([id, text]) => ({ value: id, label: text }))}
        value={value}
        onChange={(chosen) => onChange(chosen as Value)}
      />
    </div>
  );
}

type OwnIntervalProps = { value: Preset | null; onChange(interval: Preset | null): void };

/** An empty choice is the firm's own interval. */
function OwnInterval({ value, onChange }: OwnIntervalProps) {
  const say = useSay();
  const { firm } = useMe();
  return (
    <Select
      label={say('settings.ownInterval')}
      placeholder={say('settings.firmInterval', { name: say(`interval.${firm.defaultInterval}`) })}
      clearable
      clearButtonProps={{ 'aria-label': say('settings.backToFirmInterval') }}
      data={presets.map((preset) => ({ value: preset, label: say(`interval.${preset}`) }))}
      value={value}
      onChange={onChange}
    />
  );
}

/** An empty choice is the firm's own zone. */
function OwnZone({ value, onChange }: { value: string | null; onChange(zone: string | null): void }) {
  const say = useSay();
  const { firm } = useMe();
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  return (
    <Select
      label={say('settings.ownZone')}
      description={say('settings.ownZoneText')}
      placeholder={say('settings.firmZone', { zone: firm.timeZone })}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': say('settings.backToFirmZone') }}
      nothingFoundMessage={say('kit.nothingFound')}
      data={zones}
      value={value}
      onChange={onChange}
    />
  );
}
