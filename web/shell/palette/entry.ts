// A line of the palette: something to go to or to do.
import type { Icon } from '@tabler/icons-react';
import type { TextId } from '../../texts/ids.ts';

/** In the order in which they stand while something is looked for; what the server must find comes last, so that nothing jumps. */
export const kinds = ['places', 'settings', 'views', 'actions', 'people', 'clients', 'tasks'] as const;
export type Kind = (typeof kinds)[number];

export const headings: Record<Kind | 'recent', TextId> = {
  recent: 'palette.recent',
  places: 'shell.places',
  settings: 'place.settings',
  views: 'palette.views',
  actions: 'palette.actions',
  people: 'place.people',
  clients: 'place.clients',
  tasks: 'place.tasks',
};

export type Entry = {
  /** The same entry at all times: what was gone to last is kept by it. */
  id: string;
  kind: Kind;
  label: string;
  /** Fainter, after the label; is searched too. */
  hint?: string;
  /** Found though it is written a little otherwise. */
  near?: boolean;
  /** As people read them: `Ctrl+Z`. */
  keys?: string | undefined;
  icon: Icon;
  run(): void;
};
