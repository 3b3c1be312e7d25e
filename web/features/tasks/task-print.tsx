// Tasks as a table for paper: what a person on the road needs, with ruled lines to write results on where there are none.
import type { PrintedTask } from '../../../contract/tasks.ts';
import { type Format, useFormat } from '../../platform/format.ts';
import sheet from '../../platform/print.module.css';
import type { References } from '../../platform/references.ts';
import { useSay } from '../../platform/texts.tsx';
import styles from './print.module.css';

type TaskPrintProps = { rows: PrintedTask[]; references: References; title: string };

export function TaskPrint({ rows, references, title }: TaskPrintProps) {
  const say = useSay();
  const format = useFormat();
  return (
    <table className={`${sheet.sheet} ${styles.tasks}`}>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th>{say('field.id')}</th>
          <th>{say('field.at')}</th>
          <th>{say('field.clientId')}</th>
          <th>{say('print.lastDone')}</th>
          <th>{say('field.description')}</th>
          <th>{say('field.results')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <PrintedRow key={row.id} row={row} references={references} format={format} />
        ))}
      </tbody>
    </table>
  );
}

function PrintedRow({
  row,
  references,
  format,
}: {
  row: PrintedTask;
  references: References;
  format: Format;
}) {
  const say = useSay();
  const { client, last } = row;
  return (
    <tr>
      <td>{row.id}</td>
      <td>
        <strong>{row.at ? format.paperMoment(row.at, row.hasTime) : ''}</strong>
        <div>{references.entryName(row.stateId)}</div>
        <div>{references.personName(row.managerId)}</div>
        <small>{say('print.setAt', { when: format.paperMoment(row.setAt) })}</small>
      </td>
      <td>
        <strong>{row.clientName}</strong>
        {client &&
          [client.address, client.line, client.phones.join(', '), client.contactPersons]
            .filter(Boolean)
            .map((text) => <div key={text}>{text}</div>)}
      </td>
      <td>
        {last && (
          <>
            <div>
              {format.paperMoment(last.doneAt, false)} {references.entryName(last.typeId)}
            </div>
            <div>{last.text}</div>
          </>
        )}
      </td>
      <td>
        <strong>{references.entryName(row.typeId)}</strong>
        <div className={sheet.text}>{row.description}</div>
      </td>
      <td>{row.results ? <div className={sheet.text}>{row.results}</div> : <Lines />}</td>
    </tr>
  );
}

/** Room to write by hand. */
function Lines() {
  return (
    <>
      <div className={styles.line} />
      <div className={styles.line} />
      <div className={styles.line} />
    </>
  );
}
