/** Words of the gallery: what a caller would take from the catalogue. */

import type { CalendarLabels } from '../kit/calendar-grid/calendar-types.ts';
import type { DateTimeLabels } from '../kit/fields/date-time-field.tsx';
import type { MomentWords } from '../kit/fields/parse-moment.ts';
import type { PickLabels } from '../kit/fields/pick-field.tsx';
import type { ColumnChooserLabels } from '../kit/grid/column-chooser.tsx';
import type { GridLabels } from '../kit/grid/grid-types.ts';
import type { HourLabels } from '../kit/hour-grid/hour-types.ts';
import type { TintId } from '../kit/tints.ts';
import type { MoveRefusal } from '../kit/tree/group-move.ts';
import type { GroupTreeLabels } from '../kit/tree/group-tree-labels.ts';
import type { CardWindowLabels } from '../kit/window/card-window.tsx';

export const gridLabels: GridLabels = {
  grid: 'Задачи',
  searchIn: (title) => `Поиск: ${title}`,
  searchMode: {
    prefix: 'Искать с начала слова',
    inside: 'Искать внутри слова',
  },
  selectAll: 'Выделить всё',
  columnMenu: (title) => `Колонка «${title}»`,
  resize: (title) => `Ширина колонки «${title}»`,
  sortAscending: 'По возрастанию',
  sortDescending: 'По убыванию',
  sortNone: 'Без сортировки',
  hide: 'Скрыть',
  pin: 'Закрепить слева',
  unpin: 'Открепить',
  moveLeft: 'Левее',
  moveRight: 'Правее',
  resetLayout: 'Вернуть как было',
  moved: (title, position) => `Колонка «${title}» теперь ${position}-я`,
};

export const chooserLabels: ColumnChooserLabels = {
  columns: 'Колонки',
  pin: (title) => `Закрепить «${title}»`,
  unpin: (title) => `Открепить «${title}»`,
  resetLayout: 'Вернуть как было',
};

const refusals: Record<MoveRefusal, string> = {
  depth: 'глубже трёх уровней группы не кладут',
  itself: 'это она сама',
  ownBranch: 'группу нельзя положить в её же ветку',
};

export const treeLabels: GroupTreeLabels = {
  tree: 'Группы клиентов',
  all: 'Все группы',
  expandAll: 'Раскрыть всё (+)',
  collapseAll: 'Свернуть всё (−)',
  rename: 'Новое название',
  count: (count) => count.toLocaleString('ru-RU'),
  refused: (reason, name) => `«${name}» остаётся на месте: ${refusals[reason]}.`,
  carrying: (name, mode) =>
    `«${name}» взята. Выберите ${mode === 'same' ? 'соседа' : 'новую родительскую группу'} и нажмите Enter; Esc отпускает.`,
  moved: (name, target, mode) =>
    mode === 'same' ? `«${name}» теперь после «${target}».` : `«${name}» теперь в «${target}».`,
  letGo: (name) => `«${name}» осталась на месте.`,
};

export const windowLabels: CardWindowLabels = {
  close: 'Закрыть',
  moveHint: 'Ctrl и стрелки двигают окно, с Shift меняют размер',
};

export const dateLabels: DateTimeLabels = {
  openCalendar: 'Открыть календарь',
  notADate: 'Это не похоже на дату. Например: 25.11, завтра 14:30',
  previousMonth: 'Предыдущий',
  nextMonth: 'Следующий',
};

export const momentWords: MomentWords = {
  near: [
    [['сегодня'], 0],
    [['завтра'], 1],
    [['послезавтра'], 2],
    [['вчера'], -1],
  ],
  weekdays: [
    ['понедельник', 'пн'],
    ['вторник', 'вт'],
    ['среда', 'ср'],
    ['четверг', 'чт'],
    ['пятница', 'пт'],
    ['суббота', 'сб'],
    ['воскресенье', 'вс'],
  ],
  months: [
    ['января'],
    ['февраля'],
    ['марта'],
    ['апреля'],
    ['мая', 'май'],
    ['июня'],
    ['июля'],
    ['августа'],
    ['сентября'],
    ['октября'],
    ['ноября'],
    ['декабря'],
  ],
};

export const presets = [
  { id: 'today', label: 'Сегодня' },
  { id: 'week', label: 'Эта неделя' },
  { id: 'month', label: 'Этот месяц' },
  { id: 'next30', label: 'Ближайшие 30 дней' },
  { id: 'overdue', label: 'Просрочено' },
  { id: 'all', label: 'Всё время' },
];

export const pickLabels: PickLabels = {
  nothingFound: 'Ничего не нашлось',
  notPicked: 'выберите из списка',
  loading: 'Ищем…',
  failed: 'Не удалось найти, попробуйте ещё раз',
  remove: (label) => `Убрать «${label}»`,
};

export const tintNames: Record<TintId | 'none', string> = {
  none: 'без цвета',
  slate: 'сизый',
  blue: 'синий',
  teal: 'бирюзовый',
  green: 'зелёный',
  lime: 'салатовый',
  amber: 'янтарный',
  orange: 'оранжевый',
  red: 'красный',
  pink: 'розовый',
  violet: 'фиолетовый',
  indigo: 'индиго',
  brown: 'коричневый',
};

export const calendarLabels: CalendarLabels = {
  grid: 'Календарь',
  corner: 'Менеджер',
  total: 'Всего',
  expandAll: 'Раскрыть всё',
  collapseAll: 'Свернуть всё',
  cell: ({ line, column }) => `${line ?? 'итог'}, ${column}`,
};

const twoDigits = (value: number) => String(value).padStart(2, '0');

export const hourLabels: HourLabels = {
  grid: 'Часы',
  wholeDay: 'весь день',
  clock: (moment) =>
    new Intl.DateTimeFormat('ru', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' }).format(
      moment,
    ),
  hourAgain: 'второй раз',
  hour: (minutes) => `${Math.floor(minutes / 60)}:${twoDigits(minutes % 60)}`,
  length: (minutes) => `${minutes} мин`,
  count: (count) => `${count} дел`,
  more: (count) => `ещё ${count}`,
  fewer: 'свернуть',
  free: 'свободно',
  noSuchHour: 'такого часа нет',
  houseHours: 'с 9 до 18',
  openDay: (title) => `открыть ${title}`,
};
