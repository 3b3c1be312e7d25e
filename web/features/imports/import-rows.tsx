// Rows of one outcome: what each comes to, field by field, or why it is refused.

import type { ImportOutcome, ImportRow, ImportView } from '../../../contract/imports.ts';
import { SkeletonRows } from '../../kit/states/skeleton-rows.tsx';
import { useAsk } from '../../platform/queries.ts';
import type { References } from '../../platform/references.ts';
import { useWords } from '../../platform/texts.tsx';
import styles from './imports.module.css';

/** Rows a page of the preview has. */
export const rowsAtOnce = 50;

type ImportRowsProps = { view: ImportView; outcome: ImportOutcome; page: number; references: References };

export function ImportRows({ view, outcome, page, references }: ImportRowsProps) {
  const { say } = useWords();
  const { data } = useAsk('imports.rows', {
    id: view.id,
    outcome,
    offset: (page - 1) * rowsAtOnce,
    limit: rowsAtOnce,
  });
  if (!data) return <SkeletonRows rows={8} label={say('kit.loading')} />;
  return (
    <table className={styles.rows}>
      <thead>
        <tr>
          <th>{say('import.line')}</th>
          <th>{say('field.name')}</th>
          <th>{say(outcome === 'refused' ? 'import.why' : 'import.what')}</th>
        </tr>
      </thead>
      <tbody>
        {data.rows.map((row) => (
          <tr key={row.line}>
            <td>{row.line}</td>
            <td>{row.title}</td>
            <td>
              {outcome === 'refused' ? <Reasons row={row} /> : <Changes row={row} references={references} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Reasons({ row }: { row: ImportRow }) {
  return (
    <>
      {row.reasons.map(({ code, column, text }) => (
        <div key={`${code}.${column}`} className={styles.reason}>
          {text}
        </div>
      ))}
    </>
  );
}

const personFields = ['responsibleId', 'managerId', 'authorId'];
const entryFields = ['statusId', 'typeId', 'originId', 'stateId'];

function Changes({ row, references }: { row: ImportRow; references: References }) {
  const { say, sayIfKnown } = useWords();
  const shown = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return '—';
    if (typeof value === 'number' && personFields.includes(field)) return references.personName(value);
    if (typeof value === 'number' && entryFields.includes(field)) return references.entryName(value);
    if (typeof value === 'number' && field === 'groupId') return references.groupPath(value);
    if (Array.isArray(value))
      return value
        .map((each) =>
          typeof each === 'object' && each !== null
            ? String((each as { value?: string }).value ?? '')
            : String(each),
        )
        .join(', ');
    return String(value);
  };
  if (row.twin !== null) return <>{say('import.twin', { line: row.twin })}</>;
  return (
    <dl className={styles.changes}>
      {row.changes.map(({ field, before, after, makes }) => (
        <div key={field}>
          <dt>{sayIfKnown(`field.${field}`) ?? field}</dt>
          <dd>
            {before !== null && before !== '' && <del>{shown(field, before)}</del>} {shown(field, after)}
            {makes && <em> {say('import.new')}</em>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
