// The rail of places: what the keyboard reaches by Alt and a digit or a letter; on a phone the bar at the bottom.
import { useDocumentTitle } from '@mantine/hooks';
import {
  IconAddressBook,
  IconBook2,
  IconCalendarMonth,
  IconHistory,
  IconListCheck,
  IconSettings,
  IconSun,
  IconTableImport,
  IconUsers,
} from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import type { RightKind } from '../../contract/kit/rights.ts';
import { Mark } from '../kit/mark.tsx';
import { tip } from '../kit/tip.ts';
import { withCards } from '../platform/cards.ts';
import { useBroughtIn, useMe } from '../platform/session.tsx';
import { useSay } from '../platform/texts.tsx';
import type { TextId } from '../texts/ids.ts';
import { FirstStepsButton } from './first-steps-button.tsx';

type Place = { id: string; to: string; text: TextId; icon: typeof IconListCheck; right: RightKind | null };

export const places: Place[] = [
  { id: 'tasks', to: '/tasks', text: 'place.tasks', icon: IconListCheck, right: 'tasks' },
  { id: 'myDay', to: '/my-day', text: 'place.myDay', icon: IconSun, right: 'tasks' },
  { id: 'calendar', to: '/calendar', text: 'place.calendar', icon: IconCalendarMonth, right: 'tasks' },
  { id: 'clients', to: '/clients', text: 'place.clients', icon: IconAddressBook, right: 'clients' },
  {
    id: 'directories',
    to: '/directories/taskTypes',
    text: 'place.directories',
    icon: IconBook2,
    right: 'directories',
  },
  { id: 'people', to: '/people', text: 'place.people', icon: IconUsers, right: 'people' },
  { id: 'import', to: '/import', text: 'place.import', icon: IconTableImport, right: null },
  { id: 'journal', to: '/journal', text: 'place.journal', icon: IconHistory, right: null },
  { id: 'settings', to: '/settings', text: 'place.settings', icon: IconSettings, right: null },
];

/** The places that this person may enter, each with its key: one's own day has a letter, the others are counted. */
export function usePlaces(): (Place & { keys: string })[] {
  const { role } = useMe();
  const mayImport = useBroughtIn().length > 0;
  let at = 0;
  return places
    .filter(({ right, id }) =>
      id === 'import' ? mayImport : right === null || role.rights[right].view !== 'none',
    )
    .map((place) => ({ ...place, keys: place.id === 'myDay' ? 'Alt+M' : `Alt+${++at}` }));
}

/** The tab of the browser is called by the place. */
function usePlaceTitle(): void {
  const say = useSay();
  const { firm } = useMe();
  const [, first] = useLocation().pathname.split('/');
  const place = places.find(({ to }) => to.split('/')[1] === first);
  useDocumentTitle(place ? `${say(place.text)} · ${firm.name}` : firm.name);
}

export function Rail() {
  const say = useSay();
  usePlaceTitle();
  const open = usePlaces();
  return (
    <nav className="rail" aria-label={say('shell.places')}>
      <Link to={open[0]?.to} className="rail-mark" aria-label="Voronka">
        <Mark size={26} />
      </Link>
      {open.map(({ id, to, text, icon: Icon, keys }) => (
        <Link
          key={id}
          {...tip(`${say(text)} · ${keys}`, 'right')}
          to={to}
          search={withCards as never}
          className="rail-place"
          activeOptions={{ includeSearch: false }}
          data-place={id}
        >
          <Icon size={20} stroke={1.5} aria-hidden />
          <span>{say(text)}</span>
        </Link>
      ))}
      <FirstStepsButton />
    </nav>
  );
}
