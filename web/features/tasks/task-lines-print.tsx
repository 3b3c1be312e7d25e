// Some tasks of a client as a short table for paper.
import { printedTask } from '../../../contract/printed-client.ts';
import type { TaskRow } from '../../../contract/tasks.ts';
import { useFormat } from '../../platform/format.ts';
import sheet from '../../platform/print.module.css';
import type { References } from '../../platform/references.ts';
import { useSay } from '../../platform/texts.tsx';
import styles from './print.module.css';

type TaskLinesPrintProps = {
  title: string;
  rows: TaskRow[];
  references: References;
  /** Of done tasks the moment they were done at and the results. */
  done?: boolean;
};

export function TaskLinesPrint({ title, rows, references, done = false }: TaskLinesPrintProps) {
  const say = useSay();
  const format = useFormat();
  if (rows.length === 0) return null;
  return (
    <section className={sheet.part}>
      <h2>{title}</h2>
      <table className={`${sheet.sheet} ${styles.lines}`}>
        <thead>
          <tr>
            <th>{say('field.at')}</th>
            <th>{say('field.stateId')}</th>
            <th>{say('field.description')}</th>
            <th>{say('field.managerId')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { when, text } = printedTask(row, done, format);
            return (
              <tr key={row.id}>
                <td className={sheet.nowrap}>{when}</td>
                <td>{references.entryName(row.stateId)}</td>
                <td>
                  <strong>{references.entryName(row.typeId)}</strong>{' '}
                  <span className={sheet.text}>{text}</span>
                </td>
                <td>{references.personName(row.managerId)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
