// The pages of the guide as the build made them, and which of them a screen is about.
import { cardKey, type OpenCard, readCards } from '../platform/cards.ts';
import type { HelpTopic } from '../platform/help.ts';
import type { Locale } from '../platform/texts.tsx';

export type HelpPage = { html: string; video: { file: string; captions: string } | null };

const titles = import.meta.glob<string>('../../docs/help/*/*.md', {
  query: '?title',
  import: 'default',
  eager: true,
});
const pages = import.meta.glob<HelpPage>('../../docs/help/*/*.md');

const pathOf = (locale: Locale, topic: HelpTopic) => `../../docs/help/${locale}/${topic}.md`;

export function helpTitle(locale: Locale, topic: HelpTopic): string {
  return titles[pathOf(locale, topic)] ?? topic;
}

export function loadHelp(locale: Locale, topic: HelpTopic): Promise<HelpPage> {
  const load = pages[pathOf(locale, topic)];
  return load ? load() : Promise.reject(new Error(`no page of help: ${topic}`));
}

const byCard: Record<OpenCard['kind'], HelpTopic> = {
  tasks: 'task-card',
  clients: 'client-card',
  days: 'manager-day',
};

/** By the beginning of the path. */
const byPlace: [string, HelpTopic][] = [
  ['/my-day', 'my-day'],
  ['/calendar/', 'hours'],
  ['/calendar', 'calendar'],
  ['/clients', 'clients'],
  ['/directories', 'directories'],
  ['/people', 'people'],
  ['/import', 'import'],
  ['/journal', 'journal'],
  ['/settings', 'settings'],
  ['/print', 'print'],
  ['/invitation', 'sign-in'],
];

/** What the screen is about: that of its cards which is in front of those that can be seen, else the place. */
export function topicOf(path: string, cards: string | undefined, visible: string[]): HelpTopic {
  const open = readCards(cards);
  const front = visible.findLast((id) => open.some((card) => cardKey(card) === id));
  const top = open.find((card) => cardKey(card) === front);
  if (top) return byCard[top.kind];
  return byPlace.find(([start]) => path.startsWith(start))?.[1] ?? 'tasks';
}
