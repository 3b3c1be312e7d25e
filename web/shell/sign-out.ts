// Going out: the session ends on the server, and nothing of it stays in this tab.
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
