// People: the users are the managers; their groups, roles, sign-in, sessions, invitations; the firm itself and its first run.
import { z } from 'zod';
import { can, done, id, lineText, locale, nameText, timeZone, version } from './kit/fields.ts';
import { command, query } from './kit/request.ts';
import { rightsSchema } from './kit/rights.ts';
import { presets } from './kit/view.ts';

const email = () =>
  z
    .string()
    .trim()
    .toLowerCase()
    .min(1, { abort: true })
    .max(254)
    .regex(/^[^\s@]+@[^\s@]+$/u);
const password = () => z.string().min(8, { abort: true }).max(200).regex(/\S/);
/** Filled in by the door of the house, never by the caller: whatever the caller sends here is overwritten. */
const from = () => z.strictObject({ address: z.string(), agent: z.string() });

const appearanceFields = {
  theme: z.enum(['light', 'dark', 'auto']),
  density: z.enum(['compact', 'normal', 'roomy']),
  locale: locale(),
  /** Null: the firm's. */
  timeZone: timeZone().nullable(),
  /** What the list of tasks shows first; null: what the firm has set. */
  interval: z.enum(presets).nullable(),
  /** Whether the top bar has all its buttons, where the screen is wide enough. */
  toolbar: z.boolean(),
  background: z.string().regex(/^(none|colour\.[a-z]{1,20}|picture\.[a-z]{1,20}|photo\.\d{1,15})$/),
  /** Whether the picture stands while Voronka starts. */
  splash: z.boolean(),
  /** Whether the first steps are put away. */
  stepsHidden: z.boolean(),
};
const appearanceSet = z.strictObject(appearanceFields).partial();
/** What was never chosen is as here; the language is the firm's. */
export const appearance = z.object({
  theme: appearanceFields.theme.default('auto'),
  density: appearanceFields.density.default('normal'),
  locale: appearanceFields.locale,
  timeZone: appearanceFields.timeZone.default(null),
  interval: appearanceFields.interval.default(null),
  toolbar: appearanceFields.toolbar.default(true),
  background: appearanceFields.background.default('none'),
  splash: appearanceFields.splash.default(true),
  stepsHidden: appearanceFields.stepsHidden.default(false),
});
export type Appearance = z.output<typeof appearance>;

const firm = z.object({
  name: z.string(),
  locale: locale(),
  timeZone: z.string(),
  country: z.string(),
  defaultInterval: z.enum(presets),
  hasDemo: z.boolean(),
  version: z.number(),
});
export type Firm = z.output<typeof firm>;

export const person = z.object({
  id: z.number(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string(),
  position: z.string(),
  groupId: z.number().nullable(),
  roleId: z.number(),
  status: z.enum(['invited', 'active', 'blocked']),
  version: z.number(),
  can,
});
export type Person = z.output<typeof person>;

const role = z.object({
  id: z.number(),
  name: z.string(),
  keeper: z.boolean(),
  rights: rightsSchema,
  version: z.number(),
});
export type Role = z.output<typeof role>;

const session = z.object({
  id: z.number(),
  personId: z.number(),
  createdAt: z.string(),
  seenAt: z.string(),
  address: z.string(),
  agent: z.string(),
  current: z.boolean(),
});
export type Session = z.output<typeof session>;

/** Commands that open or end a session answer with it; the door moves it into a cookie. */
const opened = done.extend({ session: z.string().nullable().optional() });
const personFields = {
  name: nameText(200),
  email: email().nullable(),
  phone: lineText(100),
  position: lineText(200),
  groupId: id().nullable(),
  roleId: id(),
};

export const people = {
  /** What the sign-in page needs before anybody has signed in. */
  door: query('people.door', {
    input: z.strictObject({}),
    output: z.object({ isSetUp: z.boolean(), firmName: z.string(), locale: locale() }),
    open: true,
  }),
  setUp: command('people.setUp', {
    input: z.strictObject({
      firmName: nameText(200),
      locale: locale(),
      timeZone: timeZone(),
      country: z.string().regex(/^[A-Z]{2}$/),
      name: nameText(200),
      email: email(),
      password: password(),
      from: from(),
    }),
    output: opened,
    open: true,
  }),
  me: query('people.me', {
    input: z.strictObject({}),
    output: z.object({ person, role, appearance, firm, today: z.string() }),
  }),
  signIn: command('people.signIn', {
    input: z.strictObject({ email: email(), password: z.string().min(1).max(200), from: from() }),
    output: opened,
    open: true,
  }),
  signOut: command('people.signOut', { input: z.strictObject({}), output: opened }),
  changePassword: command('people.changePassword', {
    input: z.strictObject({ current: z.string().max(200), next: password() }),
    output: done,
  }),
  /** Only what is given: what another browser has set meanwhile stays. */
  changeAppearance: command('people.changeAppearance', { input: appearanceSet, output: done }),
  sessions: query('people.sessions', {
    input: z.strictObject({ personId: id().optional() }),
    output: z.object({ rows: z.array(session) }),
  }),
  endSession: command('people.endSession', { input: z.strictObject({ id: id() }), output: done }),

  list: query('people.list', { input: z.strictObject({}), output: z.object({ rows: z.array(person) }) }),
  /** Makes a person who may be given tasks at once; an e-mail makes an invitation link as well. */
  create: command('people.create', {
    input: z.strictObject({
      ...personFields,
      phone: personFields.phone.default(''),
      position: personFields.position.default(''),
      groupId: personFields.groupId.default(null),
      email: personFields.email.default(null),
    }),
    output: done.extend({ id: z.number(), invitation: z.string().nullish() }),
  }),
  change: command('people.change', {
    input: z.strictObject({ id: id(), version: version(), set: z.strictObject(personFields).partial() }),
    output: done,
  }),
  /** A new invitation link; earlier ones end. Also the way to a new password. */
  invite: command('people.invite', {
    input: z.strictObject({ id: id() }),
    output: done.extend({ invitation: z.string().optional() }),
  }),
  invitation: query('people.invitation', {
    input: z.strictObject({ token: z.string().max(100) }),
    output: z.object({ name: z.string(), email: z.string(), firmName: z.string() }),
    open: true,
  }),
  acceptInvitation: command('people.acceptInvitation', {
    input: z.strictObject({ token: z.string().max(100), password: password(), from: from() }),
    output: opened,
    open: true,
  }),
  /** Blocks or lets in again; blocking ends all sessions. */
  block: command('people.block', { input: z.strictObject({ id: id(), blocked: z.boolean() }), output: done }),
  delete: command('people.delete', { input: z.strictObject({ id: id() }), output: done }),

  roles: query('people.roles', { input: z.strictObject({}), output: z.object({ rows: z.array(role) }) }),
  createRole: command('people.createRole', {
    input: z.strictObject({ name: nameText(100), rights: rightsSchema }),
    output: done.extend({ id: z.number() }),
  }),
  changeRole: command('people.changeRole', {
    input: z.strictObject({
      id: id(),
      version: version(),
      set: z.strictObject({ name: nameText(100), rights: rightsSchema }).partial(),
    }),
    output: done,
  }),
  deleteRole: command('people.deleteRole', { input: z.strictObject({ id: id() }), output: done }),

  changeFirm: command('people.changeFirm', {
    input: z.strictObject({
      version: version(),
      set: z
        .strictObject({
          name: nameText(200),
          locale: locale(),
          timeZone: timeZone(),
          country: z.string().regex(/^[A-Z]{2}$/),
          defaultInterval: z.enum(presets),
        })
        .partial(),
    }),
    output: done,
  }),
};

export const peopleRefusals = [
  'signIn.wrong',
  'signIn.blocked',
  'setUp.done',
  'invitation.ended',
  'person.lastKeeper',
  'person.self',
  'person.noEmail',
  'person.ownGroup',
  'password.wrong',
  'role.keeperFixed',
] as const;
