// An invited person chooses a password and comes in.
import { Button, PasswordInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { call } from '../platform/api.ts';
import { useAsk } from '../platform/queries.ts';
import { faultsByPath, refusalText } from '../platform/refusal-text.ts';
import { meKey } from '../platform/session.tsx';
import { useWords } from '../platform/texts.tsx';
import { DoorForm, DoorSheet } from './door-sheet.tsx';

export function InvitationPage() {
  const words = useWords();
  const { say } = words;
  const { token } = useParams({ from: '/invitation/$token' });
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data, error } = useAsk('people.invitation', { token });
  const [password, setPassword] = useState('');
  const [faults, setFaults] = useState<Record<string, string>>({});
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await call('people.acceptInvitation', { token, password });
      await client.invalidateQueries({ queryKey: meKey });
      await navigate({ to: '/tasks' });
    } catch (refused) {
      setFaults({ password: faultsByPath(words, refused).password ?? refusalText(words, refused) });
    }
  };
  if (error)
    return (
      <DoorSheet title={refusalText(words, error)} help="sign-in">
        <Button component="a" href="/">
          {say('invitation.toSignIn')}
        </Button>
      </DoorSheet>
    );
  if (!data) return null;
  return (
    <DoorSheet
      help="sign-in"
      title={say('invitation.title', { name: data.name })}
      lead={say('invitation.lead', { firm: data.firmName, email: data.email })}
    >
      <DoorForm faults={faults} onSubmit={submit}>
        <input type="hidden" name="email" autoComplete="username" value={data.email} />
        <PasswordInput
          label={say('setUp.password')}
          required
          minLength={8}
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={faults.password}
          data-autofocus
        />
        <Button type="submit" fullWidth>
          {say('invitation.accept')}
        </Button>
      </DoorForm>
    </DoorSheet>
  );
}
