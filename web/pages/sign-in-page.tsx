// Signing in.
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../platform/api.ts';
import { useAsk } from '../platform/queries.ts';
import { faultsByPath, refusalText } from '../platform/refusal-text.ts';
import { meKey } from '../platform/session.tsx';
import { useWords } from '../platform/texts.tsx';
import { DoorForm, DoorSheet } from './door-sheet.tsx';

export function SignInPage() {
  const words = useWords();
  const { say } = words;
  const client = useQueryClient();
  const { data: door } = useAsk('people.door', {});
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFaults({});
    try {
      await call('people.signIn', { email, password });
      await client.invalidateQueries({ queryKey: meKey });
    } catch (error) {
      const found = faultsByPath(words, error);
      setFaults(Object.keys(found).length > 0 ? found : { password: refusalText(words, error) });
    } finally {
      setBusy(false);
    }
  };
  return (
    <DoorSheet title={door?.firmName || say('door.signInTitle')} help="sign-in">
      <DoorForm faults={faults} onSubmit={submit}>
        <TextInput
          label={say('door.email')}
          type="email"
          name="email"
          autoComplete="username"
          required
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={faults.email}
          data-autofocus
        />
        <PasswordInput
          label={say('door.password')}
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={faults.password}
        />
        <Button type="submit" loading={busy} fullWidth>
          {say('door.signIn')}
        </Button>
        <p className="door-note">{say('door.forgot')}</p>
      </DoorForm>
    </DoorSheet>
  );
}
