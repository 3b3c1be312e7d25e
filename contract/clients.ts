// Clients: the card with requisites, the list, duplicates.
import { z } from 'zod';
import {
  addressText,
  can,
  day,
  done,
  id,
  ids,
  lineText,
  longText,
  nameText,
  tagsList,
  version,
} from './kit/fields.ts';
import { countOutput, listInput, listOutput } from './kit/page.ts';
import { command, query } from './kit/request.ts';
import { joinedFields, listFields, type MergedField, singleFields } from './merge-clients.ts';

const phone = z.strictObject({
  value: lineText(200),
  note: lineText(200).default(''),
});
/** A phone as it stands in the card: as typed, and what the house made of it. */
const knownPhone = phone.extend({ shown: z.string(), e164: z.string().nullable(), valid: z.boolean() });
const emailEntry = z.strictObject({ value: lineText(320), note: lineText(200).default('') });

/** Two cards that become one lose no field of either. */
type Known = Partial<Record<MergedField, z.ZodType>>;

const textFields = {
  fullName: lineText(1000),
  line: lineText(1000),
  legalAddress: addressText(),
  actualAddress: addressText(),
  contactPersons: longText(),
  notes: longText(),
  contractNumber: lineText(200),
  contractTerms: longText(),
  inn: lineText(50),
  kpp: lineText(50),
  ogrn: lineText(50),
  account: lineText(50),
  bank: lineText(500),
  bik: lineText(50),
  correspondentAccount: lineText(50),
  iban: lineText(50),
  vat: lineText(50),
} satisfies Known;
const otherFields = {
  groupId: id().nullable(),
  statusId: id().nullable(),
  typeId: id().nullable(),
  originId: id().nullable(),
  responsibleId: id().nullable(),
  phones: z.array(phone).max(100),
  emails: z.array(emailEntry).max(100),
  sites: z.array(lineText(2000)).max(50),
  messengers: z.array(lineText(500)).max(50),
  tags: tagsList(),
  contractDate: day().nullable(),
  contractTill: day().nullable(),
} satisfies Known;
const fields = { name: nameText(500), ...textFields, ...otherFields };

const clientInput = z.strictObject(fields).partial();
export type ClientInput = z.input<typeof clientInput>;

/** Faults of requisites by field: shown beside them, never a hindrance to saving. */
const doubts = z.array(z.object({ field: z.string(), code: z.string() }));

const client = z.object({
  id: z.number(),
  ...(Object.fromEntries(Object.entries(textFields).map(([name]) => [name, z.string()])) as Record<
    keyof typeof textFields,
    z.ZodString
  >),
  name: z.string(),
  groupId: z.number().nullable(),
  statusId: z.number().nullable(),
  typeId: z.number().nullable(),
  originId: z.number().nullable(),
  responsibleId: z.number().nullable(),
  phones: z.array(knownPhone),
  emails: z.array(emailEntry),
  sites: z.array(z.string()),
  messengers: z.array(z.string()),
  tags: z.array(z.string()),
  contractDate: z.string().nullable(),
  contractTill: z.string().nullable(),
  archived: z.boolean(),
  createdAt: z.string(),
  version: z.number(),
  doubts,
  can,
});
export type Client = z.output<typeof client>;

const clientRow = z.object({
  id: z.number(),
  name: z.string(),
  line: z.string(),
  groupId: z.number().nullable(),
  statusId: z.number().nullable(),
  typeId: z.number().nullable(),
  originId: z.number().nullable(),
  responsibleId: z.number().nullable(),
  phones: z.array(z.string()),
  emails: z.array(z.string()),
  actualAddress: z.string(),
  inn: z.string(),
  tags: z.array(z.string()),
  createdAt: z.string(),
  archived: z.boolean(),
  version: z.number(),
  can,
});
export type ClientRow = z.output<typeof clientRow>;

const duplicate = z.object({
  id: z.number(),
  name: z.string(),
  /** Null where the reader may not see that client: it exists, and that is all that is said. */
  responsibleName: z.string().nullable(),
  by: z.array(z.enum(['phone', 'email', 'inn', 'name'])),
});
export type Duplicate = z.output<typeof duplicate>;

/**
 * Rows named by ids, those of them that are still in the view `within` where it is given; or all rows of a view but some. `near` and
 * `upTo` as the count of the view said (`last`) when they were chosen:
 * nobody has chosen what shows only once the found rows are gone, nor what has come since; of the latter those in `also`.
 */
export const chosen = z.union([
  z.strictObject({ ids: ids(), within: listInput().optional(), near: z.boolean().default(false) }),
  z.strictObject({
    view: listInput(),
    except: z.array(id()).max(10_000).default([]),
    near: z.boolean().default(false),
    upTo: z.number().int().min(0).optional(),
    also: z.array(id()).max(10_000).default([]),
  }),
]);
export type Chosen = z.input<typeof chosen>;

const whoseOf = <F extends string, W extends string>(names: readonly F[], whose: readonly [W, ...W[]]) =>
  Object.fromEntries(names.map((name) => [name, z.enum(whose).optional()])) as Record<
    F,
    z.ZodOptional<z.ZodEnum<{ [K in W]: K }>>
  >;
const leftOut = Object.fromEntries(
  listFields.map((name) => [name, z.array(z.string().max(2000)).max(200).optional()]),
) as Record<(typeof listFields)[number], z.ZodOptional<z.ZodArray<z.ZodString>>>;

const bulk = done.extend({ changed: z.number(), skipped: z.number() });

export const clients = {
  list: query('clients.list', { input: listInput(), output: listOutput(clientRow) }),
  count: query('clients.count', { input: listInput(), output: countOutput }),
  get: query('clients.get', { input: z.strictObject({ id: id() }), output: client }),
  /** Names for pickers: those whose name, phone, e-mail or INN match, at most 20. */
  find: query('clients.find', {
    input: z.strictObject({ text: z.string().max(200).default(''), ids: z.array(id()).max(200).optional() }),
    output: z.object({
      rows: z.array(z.object({ id: z.number(), name: z.string(), hint: z.string() })),
      /** No name is written so: these are one slip away. */
      near: z.boolean(),
    }),
  }),
  create: command('clients.create', {
    input: clientInput.required({ name: true }),
    output: done.extend({ id: z.number() }),
  }),
  change: command('clients.change', {
    input: z.strictObject({ id: id(), version: version(), set: clientInput }),
    output: done,
  }),
  /** One change to many: group, status, type, origin, responsible, tags to add. */
  changeMany: command('clients.changeMany', {
    input: z.strictObject({
      chosen,
      set: clientInput.pick({
        groupId: true,
        statusId: true,
        typeId: true,
        originId: true,
        responsibleId: true,
      }),
    }),
    output: bulk,
  }),
  archive: command('clients.archive', {
    input: z.strictObject({ chosen, archived: z.boolean() }),
    output: bulk,
  }),
  delete: command('clients.delete', { input: z.strictObject({ chosen }), output: bulk }),
  /** Whatever names one client names the other; the emptied one goes. */
  replace: command('clients.replace', {
    input: z.strictObject({ from: id(), to: id(), remove: z.boolean() }),
    output: done.extend({ changed: z.number() }),
  }),
  /**
   * Two clients become one: `from` goes, and whatever names it names `id`. Fields that are not chosen are filled from whichever
   * client has them, and where both have, from the one that stays; lists are united, texts are joined.
   */
  merge: command('clients.merge', {
    input: z.strictObject({
      id: id(),
      version: version(),
      from: z.strictObject({ id: id(), version: version() }),
      fields: z
        .strictObject({
          ...whoseOf(singleFields, ['stays', 'goes']),
          ...whoseOf(joinedFields, ['stays', 'goes', 'both']),
        })
        .default({}),
      without: z.strictObject(leftOut).default({}),
    }),
    output: done.extend({ changed: z.number() }),
  }),
  /** What names a client, by kind: what a merge would move. */
  uses: query('clients.uses', {
    input: z.strictObject({ id: id() }),
    output: z.object({
      uses: z.array(
        z.object({ kind: z.string(), field: z.string(), count: z.number(), hidden: z.boolean() }),
      ),
    }),
  }),
  /** Who is already there with one of these: asked while the card is typed. */
  duplicates: query('clients.duplicates', {
    input: z.strictObject({
      exceptId: id().optional(),
      name: z.string().max(500).default(''),
      inn: z.string().max(50).default(''),
      phones: z.array(z.string().max(200)).max(20).default([]),
      emails: z.array(z.string().max(320)).max(20).default([]),
    }),
    output: z.object({ rows: z.array(duplicate) }),
  }),
};

export const clientsRefusals = [
  'client.merged',
  'client.mergedSince',
  'client.notToChange',
  'client.notToDelete',
  'client.notToGive',
] as const;
