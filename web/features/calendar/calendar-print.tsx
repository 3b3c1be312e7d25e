// The calendar for paper: managers by days in groups with totals; more columns than a sheet holds go on in another table.
import type { CalendarGrid } from '../../../contract/calendar.ts';
import { type Mode, printedParts } from '../../../contract/calendar-lines.ts';
import type { CalendarHead, CalendarLine } from '../../kit/calendar-grid/calendar-types.ts';
import { useFormat } from '../../platform/format.ts';
import sheet from '../../platform/print.module.css';
import type { References } from '../../platform/references.ts';
import { useMe } from '../../platform/session.tsx';
import { useSay } from '../../platform/texts.tsx';
import styles from './print.module.css';
import { useHeads, useLines } from './use-calendar.ts';
import { useFolded } from './use-folded.ts';

type CalendarPrintProps = { grid: CalendarGrid; mode: Mode; references: References; title: string };

export function CalendarPrint({ grid, mode, references, title }: CalendarPrintProps) {
  const say = useSay();
  const format = useFormat();
  const { today } = useMe();
  const { folded } = useFolded(references);
  const heads = useHeads(grid, today, format);
  const { lines, totals, grandTotal } = useLines({ grid, references, mode, folded }, format);
  return printedParts(heads).map(({ from, columns: shown, last }) => (
    <table
      key={shown[0]?.key}
      className={`${sheet.sheet} ${styles.calendar}`}
      data-wide={mode === 'load' || undefined}
    >
      <caption>{title}</caption>
      <Heads heads={shown} last={last} />
      <tbody>
        {lines.map((line) => (
          <Row key={line.key} line={line} from={from} heads={shown} last={last} />
        ))}
        <tr className={styles.totals}>
          <th scope="row">{say('calendar.total')}</th>
          {shown.map(({ key }, at) => (
            <td key={key}>{totals[from + at]}</td>
          ))}
          {last && <td>{grandTotal}</td>}
        </tr>
      </tbody>
    </table>
  ));
}

function Heads({ heads, last }: { heads: CalendarHead[]; last: boolean }) {
  const say = useSay();
  return (
    <thead>
      <tr>
        <th>{say('calendar.manager')}</th>
        {heads.map(({ key, label, sub, band, off }, at) => (
          <th key={key} scope="col" data-off={off || undefined}>
            <small>{band === heads[at - 1]?.band ? '\u00a0' : band}</small>
            <strong>{label}</strong>
            <small>{sub}</small>
          </th>
        ))}
        {last && <th>{say('calendar.total')}</th>}
      </tr>
    </thead>
  );
}

type RowProps = { line: CalendarLine; from: number; heads: CalendarHead[]; last: boolean };

function Row({ line, from, heads, last }: RowProps) {
  return (
    <tr data-group={line.group ? true : undefined}>
      <th scope="row" style={{ paddingInlineStart: `${1 + line.depth * 2.5}mm` }}>
        {line.label}
      </th>
      {heads.map(({ key, off }, at) => {
        const cell = line.cells[from + at];
        return (
          <td
            key={key}
            data-off={off || undefined}
            data-away={(line.away[from + at] && !off) || undefined}
            data-shade={cell?.shade || undefined}
            data-over={cell?.over || undefined}
          >
            {cell?.text}
          </td>
        );
      })}
      {last && <td>{line.total}</td>}
    </tr>
  );
}
