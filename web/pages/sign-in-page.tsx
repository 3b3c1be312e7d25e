// Signing in.
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../platform/api.ts';
import { useAsk } from '../platform/queries.ts';
import { refusalText } from '../platform/refusal-text.ts';
import { meKey } from '../platform/session.tsx';
import { useWords } from '../platform/texts.tsx';
import { DoorSheet } from './door-sheet.tsx';

export function SignInPage() {
  const words = useWords();
  const { say } = words;
  const client = useQueryClient();
  const { data: door } = useAsk('people.door', {});
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFault(undefined);
    try {
      await call('people.signIn', { email, password });
      await client.invalidateQueries({ queryKey: meKey });
    } catch (error) {
      setFault(refusalText(words, error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <DoorSheet title={door?.firmName || say('door.signInTitle')}>
      <form onSubmit={submit}>
        <TextInput
          label={say('door.email')}
          type="email"
          name="email"
          autoComplete="username"
          required
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          data-autofocus
        />
        <PasswordInput
          label={say('door.password')}
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={fault}
        />
        <Button type="submit" loading={busy} fullWidth>
          {say('door.signIn')}
        </Button>
        <p className="door-note">{say('door.forgot')}</p>
      </form>
    </DoorSheet>
  );
}
