// Russian words: календарь, рабочее время, выравнивание.

export const calendarTexts = {
  'calendar.manager': 'Менеджер',
  'calendar.nobody': 'Без менеджера',
  'calendar.total': 'Всего',
  'calendar.nothing': 'задач нет',
  'calendar.shade': 'Что показывать в ячейках',
  'calendar.byCount': 'Количество',
  'calendar.byLoad': 'Загрузка',
  'calendar.hours': '{hours} ч',
  'calendar.holidayHead': '{day}: {holiday}',
  'calendar.all': 'Показать все',
  'calendar.dragTask': 'Перетащите на другой день или другому менеджеру',
  'calendar.stale': 'Задачу только что изменили, она осталась на месте',
  'calendar.level': 'Выровнять',
  'calendar.levelLead':
    'Задачи без точного времени можно перенести с перегруженных дней на более свободные. Задачи с часом остаются на месте, срок не нарушается.',
  'calendar.levelNone': 'Выравнивать нечего',
  'calendar.levelNoneText':
    'В этом интервале нет перегруженных дней, с которых можно перенести задачи без времени.',
  'calendar.fullest': 'Самый занятый день:',
  'calendar.noRoom': 'выходной',
  'calendar.minutes': '{minutes, number} мин',
  'calendar.moveThem':
    '{count, plural, one {Перенести # задачу} few {Перенести # задачи} many {Перенести # задач} other {Перенести # задачи}}',
  'calendar.levelled':
    '{count, plural, one {Перенесена # задача} few {Перенесены # задачи} many {Перенесено # задач} other {Перенесено # задачи}}',
  'calendar.forbidden': 'Календарь задач вам не открыт',
  'calendar.daysOf': '{name} · {days}',
  'calendar.outside': 'Задача № {id} стоит на другой день: {when}',
  'calendar.showIt': 'Показать',
};
