// The first run: the firm, the language, the time zone, the administrator; then empty or with demo data.
import { Button, PasswordInput, Radio, Select, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useMemo, useState } from 'react';
import { ask, call } from '../platform/api.ts';
import { useCountries } from '../platform/countries.ts';
import { useComplain } from '../platform/deeds.tsx';
import { faultsByPath, refusalText } from '../platform/refusal-text.ts';
import { meKey } from '../platform/session.tsx';
import { type Locale, TextsProvider, useWords } from '../platform/texts.tsx';
import { DoorForm, DoorSheet } from './door-sheet.tsx';

/** The page speaks the language that is chosen on it. */
export function SetUpPage() {
  const [locale, setLocale] = useState<Locale>(useWords().locale);
  return (
    <TextsProvider locale={locale}>
      <SetUpForm locale={locale} onLocale={setLocale} />
    </TextsProvider>
  );
}

type Answers = {
  firmName: string;
  timeZone: string;
  country: string;
  name: string;
  email: string;
  password: string;
};

/** A new firm's directories are filled by a job of their own, a moment after the firm is made. */
async function directoriesAreFilled(): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt++) {
    if ((await ask('directories.list', {})).rows.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function fill(): Promise<void> {
  await directoriesAreFilled();
  await call('demo.fill', {});
}

function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function SetUpForm({ locale, onLocale }: { locale: Locale; onLocale(locale: Locale): void }) {
  const words = useWords();
  const { say } = words;
  const client = useQueryClient();
  const complain = useComplain();
  const [answers, setAnswers] = useState<Answers>({
    firmName: '',
    timeZone: browserZone(),
    country: locale === 'ru' ? 'RU' : 'GB',
    name: '',
    email: '',
    password: '',
  });
  const [how, setHow] = useState('empty');
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState<'none' | 'setUp' | 'filling'>('none');
  const field = (name: keyof Answers) => ({
    value: answers[name],
    error: faults[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      setAnswers({ ...answers, [name]: event.currentTarget.value }),
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy('setUp');
    setFaults({});
    try {
      await call('people.setUp', { ...answers, locale });
      if (how === 'demo') {
        setBusy('filling');
        // The firm is made, whatever comes of its examples: the first steps offer them again.
        await fill().catch(complain);
      }
      await client.invalidateQueries({ queryKey: meKey });
    } catch (error) {
      const found = faultsByPath(words, error);
      setFaults(Object.keys(found).length > 0 ? found : { password: refusalText(words, error) });
    } finally {
      setBusy('none');
    }
  };
  const zones = useMemo(
    () => [...new Set([...Intl.supportedValuesOf('timeZone'), browserZone()])].sort(),
    [],
  );
  const countries = useCountries();
  return (
    <DoorSheet title={say('setUp.title')} lead={say('setUp.lead')} help="first-steps">
      <DoorForm faults={faults} onSubmit={submit}>
        <Radio.Group
          label={say('setUp.locale')}
          value={locale}
          onChange={(value) => onLocale(value as Locale)}
        >
          <div className="door-choice">
            <Radio value="ru" label="Русский" />
            <Radio value="en" label="English" />
          </div>
        </Radio.Group>
        <TextInput
          label={say('setUp.firm')}
          required
          autoComplete="organization"
          {...field('firmName')}
          data-autofocus
        />
        <div className="door-pair">
          <Select
            label={say('setUp.timeZone')}
            searchable
            data={zones}
            value={answers.timeZone}
            error={faults.timeZone}
            allowDeselect={false}
            onChange={(timeZone) => timeZone && setAnswers({ ...answers, timeZone })}
          />
          <Select
            label={say('setUp.country')}
            searchable
            data={countries}
            value={answers.country}
            error={faults.country}
            allowDeselect={false}
            onChange={(country) => country && setAnswers({ ...answers, country })}
          />
        </div>
        <TextInput label={say('setUp.name')} required autoComplete="name" {...field('name')} />
        <TextInput
          label={say('setUp.email')}
          required
          type="email"
          autoComplete="username"
          {...field('email')}
        />
        <PasswordInput
          label={say('setUp.password')}
          required
          minLength={8}
          autoComplete="new-password"
          {...field('password')}
        />
        <Radio.Group label={say('setUp.how')} value={how} onChange={setHow}>
          <div className="door-how">
            <Radio value="empty" label={say('setUp.empty')} description={say('setUp.emptyText')} />
            <Radio value="demo" label={say('setUp.demo')} description={say('setUp.demoText')} />
          </div>
        </Radio.Group>
        <Button type="submit" fullWidth loading={busy !== 'none'}>
          {say('setUp.start')}
        </Button>
        {busy === 'filling' && <p className="door-note">{say('setUp.filling')}</p>}
      </DoorForm>
    </DoorSheet>
  );
}
