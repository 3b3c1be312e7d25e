// Saving a merge: faults at their fields; where somebody has changed one of the two meanwhile, both are shown anew and nothing is lost.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { RefusedError } from '../../platform/api.ts';
import { useDo } from '../../platform/deeds.tsx';
import { faultsByPath } from '../../platform/refusal-text.ts';
import { useWords } from '../../platform/texts.tsx';
import type { Merge } from './use-merge.ts';

/** Whether it is being saved, and how to say so. */
export type Saving = [busy: boolean, setBusy: (busy: boolean) => void];

export function useSaveMerge(
  merge: Merge,
  [busy, setBusy]: Saving,
  onMerged: (stays: number, goes: number) => void,
) {
  const words = useWords();
  const act = useDo();
  const client = useQueryClient();
  const [stale, setStale] = useState(false);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const { stays, goes, choice, result } = merge;
  const onRefused = (refusal: RefusedError['refusal']): boolean => {
    if (refusal.code === 'record.stale') {
      setStale(true);
      client.invalidateQueries({ queryKey: ['clients'] });
      return true;
    }
    const found = faultsByPath(words, new RefusedError(422, refusal));
    setFaults(found);
    return Object.keys(found).length > 0;
  };
  const save = async () => {
    if (busy) return;
    setBusy(true);
    setStale(false);
    setFaults({});
    const done = await act(
      'clients.merge',
      {
        id: stays.id,
        version: stays.version,
        from: { id: goes.id, version: goes.version },
        ...choice,
      },
      { text: words.say('client.merged', { name: result.name }), onRefused },
    );
    if (done) onMerged(stays.id, goes.id);
    else setBusy(false);
  };
  return { save: () => void save(), stale, faults };
}
