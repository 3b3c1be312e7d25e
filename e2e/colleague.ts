// Another person of the firm, for journeys of two.
import type { Commands } from '../contract/api.ts';
import type { Rights } from '../contract/kit/rights.ts';
import type { Person, Stage } from './stage.ts';

type Who = Omit<Commands['people.create']['input'], 'roleId'> & {
  /** Those of a new role; left out: of the last role that is no administrator's. */
  rights?: Rights;
  roleId?: number;
};

/** Makes and invites somebody, who takes the invitation up in a browser of their own. */
export async function colleague(
  stage: Stage,
  by: Person,
  { rights, roleId, ...who }: Who,
): Promise<Person & { id: number }> {
  const role = roleId ?? (await (rights ? newRole(by, who.name, rights) : usualRole(by)));
  const { id, invitation } = await by.calls('people.create', { ...who, roleId: role });
  const person = await stage.stranger();
  await person.calls('people.acceptInvitation', { token: invitation ?? '', password: person.password });
  return { ...person, id };
}

async function newRole(by: Person, name: string, rights: Rights): Promise<number> {
  return (await by.calls('people.createRole', { name: `Роль: ${name}`, rights })).id;
}

async function usualRole(by: Person): Promise<number> {
  const { rows } = await by.asks('people.roles', {});
  return rows.findLast(({ keeper }) => !keeper)?.id ?? 0;
}
