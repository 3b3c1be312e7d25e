// What stands in the top bar for the search over everything: it looks like a field and opens the palette.
import { IconSearch } from '@tabler/icons-react';
import { useSay } from '../platform/texts.tsx';

export function SearchButton({ onOpen }: { onOpen(): void }) {
  const say = useSay();
  return (
    <button type="button" className="search-everything" aria-haspopup="dialog" onClick={onOpen}>
      <IconSearch size={16} stroke={1.5} aria-hidden />
      <span>{say('shell.search')}</span>
      <kbd aria-hidden>Ctrl K</kbd>
    </button>
  );
}
