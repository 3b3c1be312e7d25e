// The days of one manager for paper: each day under its name with its hours, and its tasks in a table.
import type { OwnDay, OwnDays } from '../../../contract/calendar.ts';
import { type DayLine, linesByDay } from '../../../contract/printed-days.ts';
import { begun } from '../../../contract/text/begun.ts';
import { clockOf } from '../../../contract/text/clock.ts';
import { type Format, useFirmFormat } from '../../platform/format.ts';
import sheet from '../../platform/print.module.css';
import type { References } from '../../platform/references.ts';
import { type Say, useSay } from '../../platform/texts.tsx';
import styles from './print.module.css';
import { lengthWords } from './use-hour-labels.ts';

type OwnDaysPrintProps = { answer: OwnDays; references: References; title: string };

export function OwnDaysPrint({ answer, references, title }: OwnDaysPrintProps) {
  const say = useSay();
  const format = useFirmFormat();
  const byDay = linesByDay(answer, format.timeZone);
  return (
    <table className={`${sheet.sheet} ${styles.days}`}>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th>{say('field.at')}</th>
          <th>{say('field.clientId')}</th>
          <th>{say('field.description')}</th>
          <th>{say('field.stateId')}</th>
        </tr>
      </thead>
      {answer.days.map((day) => (
        <tbody key={day.day}>
          <tr className={styles.day}>
            <th colSpan={4} scope="rowgroup">
              {dayWords(day, say, format)}
            </th>
          </tr>
          {(byDay.get(day.day) ?? []).map((line) => (
            <Row key={line.row.id} line={line} references={references} format={format} />
          ))}
          <Left
            day={day}
            shown={(byDay.get(day.day) ?? []).filter(({ until }) => until === undefined).length}
          />
        </tbody>
      ))}
    </table>
  );
}

/** «вторник, 24 ноября 2026 г. · 09:00–18:00 · 3 задачи» */
function dayWords({ day, hours, holiday, away, count }: OwnDay, say: Say, format: Format): string {
  const works =
    away === null && hours ? `${clockOf(hours.from)}–${clockOf(hours.to)}` : say('calendar.dayOff');
  return [
    format.wholeDay(day),
    holiday,
    away ? say(`absence.${away}`) : works,
    count > 0 && say('task.count', { count }),
  ]
    .filter(Boolean)
    .join(' · ');
}

function Left({ day, shown }: { day: OwnDay; shown: number }) {
  const say = useSay();
  if (day.count <= shown) return null;
  return (
    <tr>
      <td colSpan={4}>{say('hours.more', { count: day.count - shown })}</td>
    </tr>
  );
}

type RowProps = { line: DayLine; references: References; format: Format };

function Row({ line: { row, until }, references, format }: RowProps) {
  const say = useSay();
  const begins = until === undefined;
  const clock = begins ? row.at && row.hasTime && format.clock(row.at) : until && `…–${until}`;
  const when = clock || say('hours.wholeDay');
  return (
    <tr>
      <td className={sheet.nowrap}>
        {when}
        {begins && row.hasTime && row.minutes && <small> · {lengthWords(say, row.minutes)}</small>}
      </td>
      <td>
        <strong>{row.clientName}</strong>
        {row.clientPhone && <div>{row.clientPhone}</div>}
      </td>
      <td>
        <strong>{references.entryName(row.typeId)}</strong>{' '}
        <span className={sheet.text}>{begun(row.description)}</span>
      </td>
      <td>{references.entryName(row.stateId)}</td>
    </tr>
  );
}
