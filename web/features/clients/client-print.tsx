// A client's card for paper: the fields of all its tabs that say something, each tab under its name.
import type { Client } from '../../../contract/clients.ts';
import { useFormat } from '../../platform/format.ts';
import sheet from '../../platform/print.module.css';
import type { References } from '../../platform/references.ts';
import { useSay } from '../../platform/texts.tsx';
import type { TextId } from '../../texts/ids.ts';
import styles from './print.module.css';

type Line = [label: TextId, text: string];

export function ClientPrint({ client, references }: { client: Client; references: References }) {
  const say = useSay();
  const parts = usePrintedParts(client, references);
  return (
    <>
      <h1 className={sheet.title}>{client.name}</h1>
      <p className={sheet.lead}>
        {[`№ ${client.id}`, client.archived && say('field.archived')].filter(Boolean).join(' · ')}
      </p>
      {parts.map(({ title, lines }) => (
        <section key={title} className={sheet.part}>
          <h2>{say(title)}</h2>
          <dl className={styles.fields}>
            {lines.map(([label, text]) => (
              <div key={label}>
                <dt>{say(label)}</dt>
                <dd className={sheet.text}>{text}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}

const noted = (value: string, note: string) => (note ? `${value} (${note})` : value);

/** The tabs of the card with what is filled in them; a tab without anything is left out. */
function usePrintedParts(client: Client, references: References): { title: TextId; lines: Line[] }[] {
  const { paperDay } = useFormat();
  const day = (text: string | null) => (text ? paperDay(text) : '');
  const parts: [TextId, Line[]][] = [
    [
      'client.tab.main',
      [
        ['field.fullName', client.fullName],
        ['field.groupId', references.groupPath(client.groupId)],
        ['field.line', client.line],
        ['field.phones', client.phones.map(({ shown, note }) => noted(shown, note)).join('\n')],
        ['field.emails', client.emails.map(({ value, note }) => noted(value, note)).join('\n')],
        ['field.legalAddress', client.legalAddress],
        ['field.actualAddress', client.actualAddress],
        ['field.sites', client.sites.join('\n')],
        ['field.messengers', client.messengers.join('\n')],
      ],
    ],
    [
      'client.tab.relation',
      [
        ['field.statusId', references.entryName(client.statusId)],
        ['field.clientTypeId', references.entryName(client.typeId)],
        ['field.originId', references.entryName(client.originId)],
        ['field.responsibleId', references.personName(client.responsibleId)],
        ['field.contactPersons', client.contactPersons],
        ['field.notes', client.notes],
        ['field.tags', client.tags.join(', ')],
      ],
    ],
    [
      'client.tab.contract',
      [
        ['field.contractNumber', client.contractNumber],
        ['field.contractDate', day(client.contractDate)],
        ['field.contractTill', day(client.contractTill)],
        ['field.contractTerms', client.contractTerms],
        ...(
          ['inn', 'kpp', 'ogrn', 'bank', 'account', 'bik', 'correspondentAccount', 'iban', 'vat'] as const
        ).map((field): Line => [`field.${field}`, client[field]]),
      ],
    ],
  ];
  return parts
    .map(([title, lines]) => ({ title, lines: lines.filter(([, text]) => text.trim() !== '') }))
    .filter(({ lines }) => lines.length > 0);
}
