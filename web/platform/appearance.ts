// How Voronka looks and speaks to this person: applied at once, kept on the server for every browser.
import { useQueryClient } from '@tanstack/react-query';
import type { Appearance } from '../../contract/people.ts';
import { useDo } from './deeds.tsx';
import { tellOtherTabs } from './live.ts';
import { type Me, meKey, useMe } from './session.tsx';

export function useAppearance(): [Appearance, (set: Partial<Appearance>) => void] {
  const { appearance } = useMe();
  const client = useQueryClient();
  const act = useDo();
  const change = async (set: Partial<Appearance>) => {
    client.setQueryData<Me | null>(meKey, (me) => me && { ...me, appearance: { ...me.appearance, ...set } });
    if (await act('people.changeAppearance', set)) tellOtherTabs('appearances');
    else await client.invalidateQueries({ queryKey: meKey });
  };
  return [appearance, change];
}
