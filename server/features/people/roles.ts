// The roles that a new house has; each can be changed but the keeper's, which is what makes it a keeper.
import { type RightKind, type Rights, rightsAtLevel, type Verb } from '../../../contract/kit/rights.ts';

type Levels = Partial<Record<RightKind, Partial<Rights[RightKind]>>>;

function rightsWith(levels: Levels): Rights {
  const rights = rightsAtLevel('none');
  for (const [kind, verbs] of Object.entries(levels) as [
    RightKind,
    Partial<Record<Verb, Rights[RightKind][Verb]>>,
  ][])
    Object.assign(rights[kind], verbs);
  return rights;
}

const look = { view: 'all' } as const;

export const keeperRights = rightsAtLevel('all');

/** Sees and plans for the own group; keeps the directories. */
export const headRights = rightsWith({
  tasks: { view: 'group', add: 'all', change: 'group', delete: 'group', export: 'group' },
  clients: { view: 'all', add: 'all', change: 'group', delete: 'group', export: 'group' },
  directories: { view: 'all', add: 'all', change: 'all', delete: 'all', export: 'all' },
  people: look,
  settings: look,
});

/** Works with own tasks and clients. */
export const managerRights = rightsWith({
  tasks: { view: 'own', add: 'own', change: 'own', delete: 'own', export: 'own' },
  clients: { view: 'own', add: 'own', change: 'own', delete: 'none', export: 'own' },
  directories: look,
  people: look,
  settings: look,
});

const names = {
  ru: { keeper: 'Администратор', head: 'Руководитель', manager: 'Менеджер' },
  en: { keeper: 'Administrator', head: 'Head', manager: 'Manager' },
};

export function firstRoles(locale: 'ru' | 'en') {
  return [
    { name: names[locale].keeper, keeper: true, rights: keeperRights },
    { name: names[locale].head, keeper: false, rights: headRights },
    { name: names[locale].manager, keeper: false, rights: managerRights },
  ];
}
