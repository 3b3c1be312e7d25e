// Tasks as a table for paper: what a person on the road needs, with ruled lines to write results on where there are none.
import { printedCells, printedColumns, printedShares } from '../../../contract/printed-task.ts';
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
          {printedColumns.map((column) => (
            <th key={column} style={{ width: `${printedShares[column]}%` }}>
              {say(column === 'lastDone' ? 'print.lastDone' : `field.${column}`)}
            </th>
          ))}
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
  const cells = printedCells(row, { ...references, format });
  return (
    <tr>
      <td>{cells.id}</td>
      <td>
        <strong>{cells.when}</strong>
        <div>{cells.state}</div>
        <div>{cells.manager}</div>
        <small>{say('print.setAt', { when: cells.setAt })}</small>
      </td>
      <td>
        <strong>{cells.client}</strong>
        {cells.clientLines.map((text) => (
          <div key={text}>{text}</div>
        ))}
      </td>
      <td>
        {cells.last.map((text) => (
          <div key={text}>{text}</div>
        ))}
      </td>
      <td>
        <strong>{cells.type}</strong>
        <div className={sheet.text}>{cells.description}</div>
      </td>
      <td>{cells.ruled ? <Lines /> : <div className={sheet.text}>{cells.results}</div>}</td>
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
