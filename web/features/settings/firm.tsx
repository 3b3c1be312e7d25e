// The firm itself: its name, the language and zone that people have until they choose their own, the first interval of lists.
import { Button, Select, TextInput } from '@mantine/core';
import { type FormEvent, useMemo, useState } from 'react';
import { presets } from '../../../contract/kit/view.ts';
import type { Firm } from '../../../contract/people.ts';
import { RefusedError } from '../../platform/api.ts';
import { useCountries } from '../../platform/countries.ts';
import { useDo } from '../../platform/deeds.tsx';
import { changedMeanwhile } from '../../platform/meanwhile.ts';
import { faultsByPath } from '../../platform/refusal-text.ts';
import { useMe } from '../../platform/session.tsx';
import { useStepLeft } from '../../platform/step-left.ts';
import { type Say, useWords } from '../../platform/texts.tsx';
import { Section } from './section.tsx';
import styles from './settings.module.css';

type FirmFields = Pick<Firm, 'name' | 'locale' | 'timeZone' | 'country' | 'defaultInterval'>;

const languages: Record<Firm['locale'], string> = { ru: 'Русский', en: 'English' };

/** A field as a person reads it. */
function shownOf(firm: FirmFields, field: keyof FirmFields, say: Say): string {
  if (field === 'defaultInterval') return say(`interval.${firm.defaultInterval}`);
  return field === 'locale' ? languages[firm.locale] : firm[field];
}

/** What is typed over what is known; only what differs is sent. What a colleague has made of the same field is shown before it. */
function useFirmForm(firm: Firm) {
  const words = useWords();
  const { say } = words;
  const act = useDo();
  const [typed, setTyped] = useState<Partial<FirmFields>>({});
  const [base, setBase] = useState<FirmFields>(firm);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const changed = Object.keys(typed).length > 0;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const others = changedMeanwhile<FirmFields>(base, firm, typed);
    const told = others.map((field) => [field, say('fault.meanwhile', { value: shownOf(firm, field, say) })]);
    setFaults(Object.fromEntries(told));
    setBase(firm);
    if (others.length > 0) return;
    const done = await act(
      'people.changeFirm',
      { version: firm.version, set: changed ? typed : { name: firm.name } },
      {
        text: say(changed ? 'settings.firmChanged' : 'settings.firmKept'),
        onRefused: (refusal) => {
          const found = faultsByPath(words, new RefusedError(422, refusal));
          setFaults(found);
          return Object.keys(found).length > 0;
        },
      },
    );
    // What has been written since it was sent stays.
    const isSince = ([field, value]: [string, unknown]) => value !== typed[field as keyof FirmFields];
    if (done) setTyped((now) => Object.fromEntries(Object.entries(now).filter(isSince)));
  };
  return {
    fields: { ...firm, ...typed },
    faults,
    changed,
    maySave: useStepLeft('firm') || changed,
    set: (part: Partial<FirmFields>) => {
      if (!changed) setBase(firm);
      setTyped({ ...typed, ...part });
    },
    reset: () => setTyped({}),
    submit,
  };
}

export function FirmSection() {
  const { say } = useWords();
  const { firm } = useMe();
  const form = useFirmForm(firm);
  const { fields, faults, set } = form;
  const countries = useCountries(firm.country);
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  const choice = { allowDeselect: false, nothingFoundMessage: say('kit.nothingFound') };
  return (
    <Section id="firm" title={say('settings.firm')} text={say('settings.firmText')}>
      <form onSubmit={form.submit}>
        <TextInput
          label={say('settings.firmName')}
          value={fields.name}
          error={faults.name}
          maxLength={200}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <div className={styles.pair}>
          <Select
            {...choice}
            label={say('settings.firmLanguage')}
            data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
            value={fields.locale}
            error={faults.locale}
            onChange={(locale) => locale && set({ locale: locale as Firm['locale'] })}
          />
          <Select
            {...choice}
            label={say('setUp.country')}
            searchable
            data={countries}
            value={fields.country}
            error={faults.country}
            onChange={(country) => country && set({ country })}
          />
        </div>
        <Select
          {...choice}
          label={say('setUp.timeZone')}
          description={say('settings.zoneText')}
          searchable
          data={zones}
          value={fields.timeZone}
          error={faults.timeZone}
          onChange={(timeZone) => timeZone && set({ timeZone })}
        />
        <Select
          {...choice}
          label={say('settings.interval')}
          data={presets.map((value) => ({ value, label: say(`interval.${value}`) }))}
          value={fields.defaultInterval}
          error={faults.defaultInterval}
          onChange={(defaultInterval) => defaultInterval && set({ defaultInterval })}
        />
        <div className={styles.buttons}>
          <Button type="submit" disabled={!form.maySave}>
            {say('kit.save')}
          </Button>
          {form.changed && (
            <Button variant="subtle" color="gray" onClick={form.reset}>
              {say('settings.discard')}
            </Button>
          )}
        </div>
      </form>
    </Section>
  );
}
