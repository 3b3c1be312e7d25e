// A new password of one's own; whoever else has signed in with the old one is signed out.
import { Button, PasswordInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { notifications } from '../../kit/notes/notes.ts';
import { call, RefusedError } from '../../platform/api.ts';
import { faultsByPath, refusalText } from '../../platform/refusal-text.ts';
import { useMe } from '../../platform/session.tsx';
import { useWords } from '../../platform/texts.tsx';
import { Section } from './section.tsx';

const empty = { current: '', next: '' };

export function PasswordSection() {
  const words = useWords();
  const { say } = words;
  const { person } = useMe();
  const client = useQueryClient();
  const [typed, setTyped] = useState(empty);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const field = (name: keyof typeof empty) => ({
    value: typed[name],
    error: faults[name],
    required: true,
    withAsterisk: false,
    onChange: (event: { currentTarget: { value: string } }) =>
      setTyped({ ...typed, [name]: event.currentTarget.value }),
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFaults({});
    try {
      await call('people.changePassword', typed);
      setTyped(empty);
      notifications.show({ message: say('settings.passwordChanged') });
      await client.invalidateQueries({ queryKey: ['people', 'sessions'] });
    } catch (error) {
      const found = faultsByPath(words, error);
      const isWrong = error instanceof RefusedError && Object.keys(found).length > 0;
      setFaults(isWrong ? found : { current: refusalText(words, error) });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Section id="password" title={say('settings.password')} text={say('settings.passwordText')}>
      <form onSubmit={submit}>
        <input type="hidden" name="email" autoComplete="username" value={person.email ?? ''} />
        <PasswordInput
          label={say('settings.current')}
          autoComplete="current-password"
          {...field('current')}
        />
        <PasswordInput
          label={say('settings.next')}
          autoComplete="new-password"
          minLength={8}
          {...field('next')}
        />
        <Button type="submit" variant="default" loading={busy}>
          {say('settings.changePassword')}
        </Button>
      </form>
    </Section>
  );
}
