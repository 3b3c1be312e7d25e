// Rows of one outcome: what each comes to, field by field, or why it is refused.

import type { ImportOutcome, ImportRow, ImportView } from '../../../contract/imports.ts';
import { noRequisites, type Requisites, requisiteDoubts } from '../../../contract/text/requisite-doubts.ts';
import { SkeletonRows } from '../../kit/states/skeleton-rows.tsx';
import { useNamesOfClients } from '../../platform/client-names.ts';
import { useFormat } from '../../platform/format.ts';
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
  const isOfClients = view.kind === 'clients';
  const nameOf = useNamesOfClients(isOfClients ? joined(data?.rows) : []);
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
              {outcome === 'refused' ? (
                <Reasons row={row} />
              ) : (
                <Changes row={row} nameOf={isOfClients ? nameOf : null} references={references} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The clients of the base that rows go into. */
function joined(rows: ImportRow[] = []): number[] {
  return [...new Set(rows.flatMap((row) => (joins(row) && row.recordId) || []))];
}

const joins = ({ outcome }: ImportRow) => outcome === 'changed' || outcome === 'same';

function Reasons({ row }: { row: ImportRow }) {
  return (
    <>
      {row.reasons.map(({ code, column, text }) => (
        <div key={`${code}.${column}`} className={row.outcome === 'refused' ? styles.reason : styles.remark}>
          {text}
        </div>
      ))}
    </>
  );
}

/** What the row brings of them: a requisite that the client has already is no matter of the table. */
function requisitesOf({ changes }: ImportRow): Requisites {
  const brought = Object.fromEntries(changes.map(({ field, after }) => [field, after]));
  return { ...noRequisites, ...brought };
}

const personFields = ['responsibleId', 'managerId', 'authorId'];
const momentFields = ['at', 'deadline', 'setAt', 'doneAt'];
const entryFields = ['statusId', 'typeId', 'originId', 'stateId'];

const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Neither what stays empty, nor the name that stands beside it, nor whether there is an hour: the moment says it. */
const isToSay =
  ({ title }: ImportRow) =>
  ({ field, before, after }: ImportRow['changes'][number]) =>
    !(isEmpty(before) && isEmpty(after)) &&
    !(field === 'name' && isEmpty(before) && after === title) &&
    field !== 'hasTime';

type ChangesProps = {
  row: ImportRow;
  /** Null: the rows are not of clients. */
  nameOf: ((id: number) => string) | null;
  references: References;
};

function Changes({ row, nameOf, references }: ChangesProps) {
  const { say, sayIfKnown } = useWords();
  const format = useFormat();
  const hasTime = row.changes.find(({ field }) => field === 'hasTime')?.after === true;
  const shown = (field: string, value: unknown): string => {
    if (isEmpty(value)) return '—';
    if (typeof value === 'string' && momentFields.includes(field))
      return format.paperMoment(value, field !== 'at' || hasTime);
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
  const doubts = new Map(
    requisiteDoubts(requisitesOf(row)).map(({ field, code }) => [field as string, code]),
  );
  const into = nameOf && joins(row) && row.recordId ? nameOf(row.recordId) : row.title;
  return (
    <>
      {into !== row.title && <div>{say('import.into', { name: into })}</div>}
      <dl className={styles.changes}>
        {row.changes.filter(isToSay(row)).map(({ field, before, after, makes }) => (
          <div key={field}>
            <dt>{sayIfKnown(`field.${field}`) ?? field}</dt>
            <dd>
              {before !== null && before !== '' && <del>{shown(field, before)}</del>} {shown(field, after)}
              {makes && <em> {say('import.new')}</em>}
              {doubts.has(field) && (
                <em> {sayIfKnown(`doubt.${doubts.get(field)}`) ?? say('doubt.other')}</em>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <Reasons row={row} />
    </>
  );
}
