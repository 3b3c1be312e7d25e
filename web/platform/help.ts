// Whether help stands beside the screen, and of what: a topic that was asked for, else whatever the screen is about.

/** Pages of the guide, docs/help/<locale>/<topic>.md, in the order of its contents. */
export const helpTopics = [
  'first-steps',
  'my-day',
  'tasks',
  'task-card',
  'calendar',
  'manager-day',
  'hours',
  'reminders',
  'clients',
  'client-card',
  'directories',
  'people',
  'import',
  'journal',
  'print',
  'settings',
  'search',
  'windows',
  'sign-in',
] as const;

export type HelpTopic = (typeof helpTopics)[number];

export const isHelpTopic = (text: string): text is HelpTopic => helpTopics.some((topic) => topic === text);

/** `topic` null: of the screen. */
type Help = { shown: boolean; topic: HelpTopic | null };

let help: Help = { shown: false, topic: null };
const listeners = new Set<() => void>();

function change(next: Help): void {
  help = next;
  for (const listener of listeners) listener();
}

export const helpBeside = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  read: (): Help => help,
  show: (topic: HelpTopic | null = null): void => change({ shown: true, topic }),
  close: (): void => change({ shown: false, topic: null }),
};
