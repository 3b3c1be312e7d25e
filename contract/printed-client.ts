// What a client's card says on paper: the fields that are filled in, by the tabs of the card, and the tasks around it. Pure.
import type { Client } from './clients.ts';
import type { TaskRow } from './tasks.ts';
import { begun } from './text/begun.ts';
import type { Format } from './text/format.ts';

type Names = {
  entryName(id: number | null): string;
  personName(id: number | null): string;
  groupPath(id: number | null): string;
};

type Around = Names & { format: Format };

const noted = (value: string, note: string) => (note ? `${value} (${note})` : value);

function linesOf(client: Client, { format, entryName, personName, groupPath }: Around) {
  const day = (text: string | null) => (text ? format.paperDay(text) : '');
  return {
    main: {
      fullName: client.fullName,
      groupId: groupPath(client.groupId),
      line: client.line,
      phones: client.phones.map(({ shown, note }) => noted(shown, note)).join('\n'),
      emails: client.emails.map(({ value, note }) => noted(value, note)).join('\n'),
      legalAddress: client.legalAddress,
      actualAddress: client.actualAddress,
      sites: client.sites.join('\n'),
      messengers: client.messengers.join('\n'),
    },
    relation: {
      statusId: entryName(client.statusId),
      clientTypeId: entryName(client.typeId),
      originId: entryName(client.originId),
      responsibleId: personName(client.responsibleId),
      contactPersons: client.contactPersons,
      notes: client.notes,
      tags: client.tags.join(', '),
    },
    contract: {
      contractNumber: client.contractNumber,
      contractDate: day(client.contractDate),
      contractTill: day(client.contractTill),
      contractTerms: client.contractTerms,
      inn: client.inn,
      kpp: client.kpp,
      ogrn: client.ogrn,
      bank: client.bank,
      account: client.account,
      bik: client.bik,
      correspondentAccount: client.correspondentAccount,
      iban: client.iban,
      vat: client.vat,
    },
  };
}

type Lines = ReturnType<typeof linesOf>;
export type PrintedTab = keyof Lines;
/** As the texts name it: `field.<name>`. */
export type PrintedField = { [Tab in PrintedTab]: keyof Lines[Tab] }[PrintedTab];
export type PrintedLine = { field: PrintedField; text: string };

/** The tabs of the card with what is filled in them; a tab without anything is left out. */
export function printedTabs(client: Client, around: Around): { tab: PrintedTab; lines: PrintedLine[] }[] {
  return (Object.entries(linesOf(client, around)) as [PrintedTab, Record<PrintedField, string>][])
    .map(([tab, lines]) => ({
      tab,
      lines: (Object.entries(lines) as [PrintedField, string][])
        .filter(([, text]) => text.trim() !== '')
        .map(([field, text]) => ({ field, text })),
    }))
    .filter(({ lines }) => lines.length > 0);
}

/** A card is no book: the next tasks and the latest results. */
const openAtMost = 200;
const doneAtMost = 20;

/** Parameters of `tasks.list`, and of `tasks.count` for all that are open. */
export function printedTasksOf(clientId: number) {
  const asked = { d: 'all', 'f.client': String(clientId) };
  const allOpen = { ...asked, 'f.open': 'yes' };
  return {
    allOpen,
    open: { ...allOpen, sort: 'at', limit: String(openAtMost) },
    done: { ...asked, 'f.doneAt': '*', sort: '-doneAt', limit: String(doneAtMost) },
  };
}

/** Of done tasks the moment they were done at and the results. */
export function printedTask(row: TaskRow, isDone: boolean, format: Format): { when: string; text: string } {
  const { at, hasTime, doneAt, results, description } = row;
  const planned = at ? format.paperMoment(at, hasTime) : '';
  return {
    when: isDone && doneAt ? format.paperMoment(doneAt) : planned,
    text: begun((isDone && results) || description),
  };
}
