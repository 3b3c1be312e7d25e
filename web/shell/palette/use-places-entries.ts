// Where one may go without asking the server: places, parts of the settings, directories, saved views, managers.
import { IconBook2, IconBookmark, IconSettings, IconUser } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { directoryNames } from '../../../contract/kit/names.ts';
import type { Parameters } from '../../../contract/kit/view-url.ts';
import { withCards } from '../../platform/cards.ts';
import { useAsk } from '../../platform/queries.ts';
import { useMay } from '../../platform/session.tsx';
import { useSettingsParts } from '../../platform/settings-parts.ts';
import { useSay } from '../../platform/texts.tsx';
import type { TextId } from '../../texts/ids.ts';
import { usePlaces } from '../rail.tsx';
import type { Entry } from './entry.ts';

/** The windows stay open over the place that is gone to. */
const search = withCards as never;

const listOf: Record<string, { to: string; text: TextId }> = {
  tasks: { to: '/tasks', text: 'place.tasks' },
  clients: { to: '/clients', text: 'place.clients' },
  people: { to: '/people', text: 'place.people' },
};

const withParameters = (parameters: Parameters) =>
  ((before: Parameters) => ({ ...withCards(before), ...parameters })) as never;

export function usePlacesEntries(): Entry[] {
  return [...usePlaceEntries(), ...useSettingsEntries(), ...useViewEntries(), ...usePeopleEntries()];
}

function usePlaceEntries(): Entry[] {
  const say = useSay();
  const navigate = useNavigate();
  const places = usePlaces();
  const main = places.map(
    ({ id, to, text, icon, keys }): Entry => ({
      id: `place.${id}`,
      kind: 'places',
      label: say(text),
      keys,
      icon,
      run: () => navigate({ to, search }),
    }),
  );
  const directories = directoryNames.map(
    (name): Entry => ({
      id: `directory.${name}`,
      kind: 'places',
      label: say(`directory.${name}`),
      hint: say('place.directories'),
      keys: name === 'taskStates' ? 'Alt+9' : undefined,
      icon: IconBook2,
      run: () => navigate({ to: '/directories/$directory', params: { directory: name }, search }),
    }),
  );
  return [...main, ...(places.some(({ id }) => id === 'directories') ? directories : [])];
}

function useSettingsEntries(): Entry[] {
  const say = useSay();
  const navigate = useNavigate();
  return useSettingsParts().map(({ id, text }) => ({
    id: `settings.${id}`,
    kind: 'settings',
    label: say(text),
    hint: say('place.settings'),
    icon: IconSettings,
    run: () => navigate({ to: '/settings', hash: id, search }),
  }));
}

function useViewEntries(): Entry[] {
  const say = useSay();
  const navigate = useNavigate();
  const may = {
    tasks: useMay('tasks', 'view'),
    clients: useMay('clients', 'view'),
    people: useMay('people', 'view'),
  };
  const { data } = useAsk('views.list', {});
  return (data?.rows ?? []).flatMap(({ id, of, name, parameters }): Entry[] => {
    const list = listOf[of];
    if (!list || !may[of as keyof typeof may]) return [];
    const run = () => navigate({ to: list.to, search: withParameters(parameters) });
    return [{ id: `view.${id}`, kind: 'views', label: name, hint: say(list.text), icon: IconBookmark, run }];
  });
}

function usePeopleEntries(): Entry[] {
  const navigate = useNavigate();
  const may = useMay('people', 'view');
  const { data } = useAsk('people.list', {}, { enabled: may });
  return (data?.rows ?? []).map(({ id, name, position }) => ({
    id: `people.${id}`,
    kind: 'people',
    label: name,
    hint: position,
    icon: IconUser,
    run: () => navigate({ to: '/people', search: withParameters({ person: String(id) }) }),
  }));
}
