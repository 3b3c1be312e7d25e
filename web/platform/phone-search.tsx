// Search through all columns on a phone, whose rows have no heads to search under; asked after a short silence.
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useLatest } from '../kit/grid/use-latest.ts';
import type { ListView } from './list-view.ts';
import styles from './phone-search.module.css';
import { useSay } from './texts.tsx';

/** Milliseconds. */
const silence = 250;

export function PhoneSearch({ list }: { list: ListView }) {
  const say = useSay();
  const { text } = list.view;
  const [typed, setTyped] = useState<string | null>(null);
  const change = useLatest(list.change);
  useEffect(() => {
    if (typed === null) return;
    if (typed === text) return setTyped(null);
    const timer = setTimeout(() => change.current({ text: typed }), silence);
    return () => clearTimeout(timer);
  }, [typed, text, change]);
  return (
    <TextInput
      className={styles.phoneSearch}
      aria-label={say('view.textSearch')}
      placeholder={say('view.textSearch')}
      leftSection={<IconSearch size={16} stroke={1.5} />}
      value={typed ?? text}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}
