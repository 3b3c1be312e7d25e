/** The month sheet of date fields; loaded when it is first opened. */
import { DatePicker } from '@mantine/dates';
import '@mantine/dates/styles.css';
import 'dayjs/locale/ru';
import styles from './fields.module.css';

export interface CalendarLabels {
  /** Also of years, when years are shown: «Предыдущий», «Следующий». */
  previousMonth: string;
  nextMonth: string;
}

interface CalendarPopupProps {
  date: Temporal.PlainDate | null;
  today: Temporal.PlainDate;
  labels: CalendarLabels;
  locale: string;
  onPick(date: Temporal.PlainDate): void;
}

export function CalendarPopup({ date, today, labels, locale, onPick }: CalendarPopupProps) {
  return (
    <DatePicker
      className={styles.calendar}
      size="sm"
      locale={locale}
      value={date?.toString() ?? null}
      defaultDate={(date ?? today).toString()}
      getDayProps={(day) => ({ 'data-today': day === today.toString() || undefined })}
      onChange={(day) => day && onPick(Temporal.PlainDate.from(day))}
      ariaLabels={{
        previousMonth: labels.previousMonth,
        nextMonth: labels.nextMonth,
        previousYear: labels.previousMonth,
        nextYear: labels.nextMonth,
        previousDecade: labels.previousMonth,
        nextDecade: labels.nextMonth,
      }}
    />
  );
}
