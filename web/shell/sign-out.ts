// Going out: the session ends on the server, and nothing asked in it stays in this tab; words not saved wait for their person alone (own-tab.ts).
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { call } from '../platform/api.ts';
import { useComplain } from '../platform/deeds.tsx';

export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  const complain = useComplain();
  return useCallback(async () => {
    try {
      await call('people.signOut', {});
    } catch (error) {
      return complain(error);
    }
    client.clear();
    window.location.assign('/');
  }, [client, complain]);
}
