// A client's card for paper: the fields of all its tabs that say something, each tab under its name.

import type { Client } from '../../../contract/clients.ts';
import { printedTabs } from '../../../contract/printed-client.ts';
import { numbered } from '../../../contract/text/numbered.ts';
import { useFormat } from '../../platform/format.ts';
import sheet from '../../platform/print.module.css';
import type { References } from '../../platform/references.ts';
import { useWords } from '../../platform/texts.tsx';
import styles from './print.module.css';

export function ClientPrint({ client, references }: { client: Client; references: References }) {
  const { say, locale } = useWords();
  const tabs = printedTabs(client, { ...references, format: useFormat() });
  return (
    <>
      <h1 className={sheet.title}>{client.name}</h1>
      <p className={sheet.lead}>
        {[numbered(client.id, locale), client.archived && say('field.archived')].filter(Boolean).join(' · ')}
      </p>
      {tabs.map(({ tab, lines }) => (
        <section key={tab} className={sheet.part}>
          <h2>{say(`client.tab.${tab}`)}</h2>
          <dl className={styles.fields}>
            {lines.map(({ field, text }) => (
              <div key={field}>
                <dt>{say(`field.${field}`)}</dt>
                <dd className={sheet.text}>{text}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}
