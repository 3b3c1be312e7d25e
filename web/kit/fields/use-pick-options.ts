/** The options of a pick field: asked as one types, the last question wins. */
import { useEffect, useState } from 'react';

export interface PickOption {
  value: string;
  label: string;
  /** Grey words after the label: a city, a manager. */
  hint?: string;
  /** A tint's id. */
  tint?: string;
  /** Level in the tree of groups, from 0; a plain list leaves it out. */
  depth?: number;
  /** A group is shown as one, and can be picked like any other option. */
  isGroup?: boolean;
}

export type PickSearch = (text: string, signal: AbortSignal) => Promise<PickOption[]>;

/** Silence after the last letter, milliseconds. */
const silence = 150;

export function usePickOptions(search: PickSearch, text: string, opened: boolean) {
  const [answer, setAnswer] = useState<{ text: string; options: PickOption[] }>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!opened) return;
    const asked = new AbortController();
    const ask = async () => {
      try {
        const found = await search(text, asked.signal);
        if (asked.signal.aborted) return;
        setAnswer({ text, options: found });
        setFailed(false);
      } catch {
        if (!asked.signal.aborted) setFailed(true);
      }
    };
    const timer = window.setTimeout(ask, text === '' ? 0 : silence);
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [search, text, opened]);
  /** `isCurrent`: they are those of what stands in the field now. */
  return { options: answer?.options, isCurrent: answer?.text === text, failed };
}
