// Going out: the session ends on the server, and nothing asked in it stays in this tab; words not saved wait for their person alone (own-tab.ts).
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { call } from '../platform/api.ts';

export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    await call('people.signOut', {});
    client.clear();
    window.location.assign('/');
  }, [client]);
}
