// The guide in moving pictures: each journey stands in the page of help that it names, and puts back what it changed.
import { expect } from 'vitest';
import { type GuideJourney, guides } from '../guide.ts';
import { card, field, foot, rows, toast } from '../screen.ts';

const tasks: GuideJourney = {
  topic: 'tasks',
  title: 'W-04 X-07 T-09 tasks: searched, two selected and deleted by the key, taken back',
  async walk({ page, opens, tells, says, clicks, presses, types }) {
    await opens('/tasks?d=week');
    await rows(page).first().waitFor();
    await tells(
      'Каждая строка — одно дело. Цвет говорит о его состоянии.',
      'A row is one thing to do. Its colour tells its state.',
    );
    await tells(
      'Нажмите / и пишите: список сужается с каждой буквой.',
      'Press / and type: the list narrows with every letter.',
    );
    await clicks(rows(page).first());
    await presses('/');
    await types('1');
    await presses('Backspace');
    await presses('Escape');
    await tells(
      'Выделите несколько строк пробелом и стрелками.',
      'Select some rows with Space and the arrows.',
    );
    await expect.poll(() => foot(page).textContent()).toMatch(/\d/);
    const counted = await foot(page).textContent();
    await clicks(page.locator('[role=row][data-index="1"] [aria-colindex="1"]'));
    await clicks(page.locator('[role=row][data-index="2"] [aria-colindex="1"]'));
    await tells('Внизу видно, что с ними можно сделать.', 'The foot says what can be done with them.');
    await page.getByText(says('task.handOver'), { exact: true }).waitFor();
    await presses('Delete');
    await toast(page, /2/).waitFor();
    await tells(
      'Удалено, и тут же можно вернуть: Ctrl+Z. Так отменяется всё.',
      'Deleted, and brought back by Ctrl+Z. Anything can be undone so.',
    );
    await expect.poll(() => foot(page).textContent()).not.toBe(counted);
    await presses('Control+z');
    await expect.poll(() => foot(page).textContent()).toBe(counted);
  },
};

const taskCard: GuideJourney = {
  topic: 'task-card',
  title: 'W-04 X-07 task card: a task is set by the keyboard and taken back',
  async walk({ page, opens, tells, says, clicks, presses, types }) {
    await opens('/tasks?d=week');
    await rows(page).first().waitFor();
    await clicks(rows(page).first());
    await tells('C — новая задача.', 'C adds a task.');
    await presses('c');
    const task = card(page, says('task.createTitle'));
    await task.waitFor();
    await tells('Когда пишут словами.', 'When is written in words.');
    await clicks(field(task, says('field.at')));
    await presses('Control+a');
    await types(`${says('day.tomorrow')} 10:00`);
    await presses('Tab');
    await clicks(field(task, says('field.description')));
    await types(says('place.calendar'));
    await tells('Ctrl+Enter сохраняет.', 'Ctrl+Enter saves.');
    await presses('Control+Enter');
    await toast(page, says('task.created')).waitFor();
    await tells('Передумали — Ctrl+Z.', 'On second thoughts: Ctrl+Z.');
    await task.waitFor({ state: 'detached' });
    await presses('Control+z');
    await page.getByText(says('undo.undone').replace('{what}', says('task.created'))).waitFor();
  },
};

const calendar: GuideJourney = {
  topic: 'calendar',
  title: 'W-04 X-07 calendar: a cell is looked into, opened, and shown by load',
  async walk({ page, opens, tells, says, clicks, doubleClicks, points, presses }) {
    await opens('/calendar');
    const cells = page.locator('[role=gridcell][data-shade]');
    await cells.first().waitFor();
    await tells(
      'Все менеджеры по строкам, дни по колонкам. Чем темнее ячейка, тем больше задач.',
      'Managers are rows, days are columns. The darker a cell, the more tasks.',
    );
    await tells('Наведите — и увидите задачи этого дня.', 'Point at a cell to see the tasks of that day.');
    await points(cells.nth(4));
    await tells('Двойной щелчок открывает день менеджера.', 'A double click opens the manager’s day.');
    await doubleClicks(cells.nth(4));
    const day = page.getByRole('dialog').filter({ has: page.getByRole('grid') });
    await day.locator('[role=row][data-index]').first().waitFor();
    await presses('Escape');
    await day.waitFor({ state: 'detached' });
    await tells(
      'Загрузка показывает, сколько рабочего времени занято.',
      'Load shows how much of the working time is taken.',
    );
    await clicks(page.getByText(says('calendar.byLoad'), { exact: true }));
    await cells.first().waitFor();
  },
};

const clients: GuideJourney = {
  topic: 'clients',
  title: 'W-04 X-07 clients: a branch is chosen, a card is opened',
  async walk({ page, opens, tells, says, clicks, presses, types }) {
    await opens('/clients');
    await rows(page).first().waitFor();
    await tells(
      'Слева — группы: щелчок оставляет одну ветку.',
      'Groups are at the left: a click leaves one branch.',
    );
    await clicks(page.getByRole('treeitem').nth(1));
    await rows(page).first().waitFor();
    await clicks(page.getByRole('treeitem').first());
    await tells('Ctrl+K ищет по всему, в любой раскладке.', 'Ctrl+K searches everything.');
    await presses('Control+k');
    const palette = page.getByRole('combobox');
    await palette.waitFor();
    await types(says('place.clients').slice(0, 1));
    await presses('Escape');
    await palette.waitFor({ state: 'detached' });
    await tells('Enter открывает карточку.', 'Enter opens the card.');
    await clicks(rows(page).nth(1));
    await presses('Enter');
    await card(page).getByRole('tab').first().waitFor();
    await presses('Escape');
  },
};

const clientCard: GuideJourney = {
  topic: 'client-card',
  title: 'W-04 X-07 client card: every tab is walked through',
  async walk({ page, opens, tells, clicks }) {
    await opens('/clients?card=clients.7');
    const tabs = card(page).getByRole('tab');
    await tabs.first().waitFor();
    const told: [string, string][] = [
      ['Основное: названия, адреса, телефоны, почта.', 'Main: names, addresses, phones, e-mails.'],
      [
        'Отношения: статус, ответственный, контактные лица.',
        'Relation: status, responsible, contact persons.',
      ],
      ['Договор и банк: реквизиты проверяются сразу.', 'Contract and bank: requisites are checked at once.'],
      ['Задачи: всё, что сделано и задумано для клиента.', 'Tasks: all that was done and is planned.'],
      ['История: кто и что менял.', 'History: who changed what.'],
    ];
    for (const [at, [ru, en]] of told.entries()) {
      await clicks(tabs.nth(at));
      await tells(ru, en);
    }
    expect(await tabs.count()).toBe(told.length);
  },
};

const journal: GuideJourney = {
  topic: 'journal',
  title: 'W-04 X-07 journal: an operation is opened',
  async walk({ page, opens, tells, clicks }) {
    await opens('/journal');
    const deed = page.locator('main [aria-expanded]').first();
    await deed.waitFor();
    await tells(
      'Журнал помнит каждое действие: кто и когда.',
      'The journal remembers each action: who and when.',
    );
    await clicks(deed);
    await expect.poll(() => deed.getAttribute('aria-expanded')).toBe('true');
    await tells('Нажмите на строку: видно, что именно изменилось.', 'Click a line to see what has changed.');
    await tells(
      'Любое отменяется в течение 30 дней: целиком, хоть на сто тысяч строк.',
      'Any can be undone for 30 days: whole, be it a hundred thousand rows.',
    );
  },
};

const settings: GuideJourney = {
  topic: 'settings',
  title: 'W-04 X-07 settings: the theme is changed and changed back',
  async walk({ page, opens, tells, says, clicks }) {
    await opens('/settings');
    const theme = (id: 'settings.theme.dark' | 'settings.theme.auto') =>
      page.getByText(says(id), { exact: true });
    await theme('settings.theme.dark').waitFor();
    await tells(
      'Тема, язык и плотность — только для вас и сразу.',
      'Theme, language and density are yours alone, at once.',
    );
    await clicks(theme('settings.theme.dark'));
    await clicks(theme('settings.theme.auto'));
    await tells('Ниже — настройки всей фирмы.', 'The firm’s settings are below.');
    await page.mouse.wheel(0, 900);
  },
};

const hours: GuideJourney = {
  topic: 'hours',
  title: 'W-04 X-07 hours: a week, a day, a month of one manager',
  async walk({ page, asks, opens, tells, says, clicks, presses }) {
    const { rows: people } = await asks('people.list', {});
    const colleague = people.find(({ groupId }) => groupId !== null);
    await opens(`/calendar/${colleague?.id}?span=week`);
    await page.getByRole('grid').getByRole('button').first().waitFor();
    await tells(
      'Неделя одного человека по часам: белое — рабочее время.',
      'A week of one person by the hour: white is working time.',
    );
    await tells('D, W и M — день, неделя, месяц.', 'D, W and M: day, week, month.');
    await clicks(page.getByText(says('hours.day'), { exact: true }));
    await clicks(page.getByText(says('hours.month'), { exact: true }));
    await page.waitForURL(/span=month/);
    await clicks(page.getByText(says('hours.week'), { exact: true }));
    await page.waitForURL(/span=week/);
    await tells(
      'Задачу переносят мышью, а длину тянут за нижний край.',
      'A task is dragged, its length pulled at the lower edge.',
    );
    await presses('t');
  },
};

const search: GuideJourney = {
  topic: 'search',
  title: 'W-04 X-07 palette: a place is found by its name and gone to',
  async walk({ page, opens, tells, says, presses, types }) {
    await opens('/tasks?d=week');
    await rows(page).first().waitFor();
    await tells('Ctrl+K — одно поле на всё.', 'Ctrl+K is one field for everything.');
    await presses('Control+k');
    await page.getByRole('combobox').waitFor();
    await types(says('place.calendar'));
    await page.getByRole('option').first().waitFor();
    await tells(
      'Разделы, клиенты, задачи, действия. Enter — перейти.',
      'Places, clients, tasks, actions. Enter goes there.',
    );
    await presses('Enter');
    await page.waitForURL(/calendar/);
  },
};

const directories: GuideJourney = {
  topic: 'directories',
  title: 'W-04 X-07 directories: types and states are looked at',
  async walk({ page, opens, tells, says, clicks }) {
    await opens('/directories/taskTypes');
    await rows(page).first().waitFor();
    await tells(
      'Из справочников выбирают в карточках и по ним отбирают.',
      'Cards pick from directories, lists are filtered by them.',
    );
    await clicks(page.getByRole('link', { name: says('directory.taskStates'), exact: true }));
    await rows(page).first().waitFor();
    await tells(
      'Состояния красят строки; смысл говорит, закончена ли задача.',
      'States colour the rows; the meaning says whether a task is over.',
    );
  },
};

const people: GuideJourney = {
  topic: 'people',
  title: 'W-04 X-07 managers: a card and the roles are looked at',
  async walk({ page, opens, tells, says, clicks, doubleClicks, presses }) {
    await opens('/people');
    await rows(page).first().waitFor();
    await tells(
      'Менеджеры и есть пользователи: у каждого роль и группа.',
      'Managers are the users: each has a role and a group.',
    );
    await doubleClicks(rows(page).nth(1));
    await card(page).getByRole('textbox').first().waitFor();
    await tells(
      'В карточке — рабочие часы, отпуска и больничные.',
      'The card holds working hours and absences.',
    );
    await presses('Escape');
    await card(page).waitFor({ state: 'detached' });
    await clicks(
      page
        .getByRole('tab', { name: says('role.title') })
        .or(page.getByRole('link', { name: says('role.title') }))
        .first(),
    );
    await tells('Роль говорит, что человек видит и что может.', 'A role says what a person sees and may do.');
  },
};

const myDay: GuideJourney = {
  topic: 'my-day',
  title: 'W-04 X-07 my day: a task is done by one key and taken back',
  async walk({ page, asks, calls, opens, tells, presses }) {
    const { rows: open } = await asks('tasks.list', { d: 'today', 'f.open': 'yes', limit: '6' });
    const { person } = await asks('people.me', {});
    for (const { id } of open)
      await calls('tasks.changeMany', { chosen: { ids: [id] }, set: { managerId: person.id } });
    await opens('/my-day');
    const lines = page.locator('[data-task]');
    await lines.first().waitFor();
    const before = await lines.first().getAttribute('data-task');
    await tells(
      'Ваши задачи на сегодня: просроченные, сегодняшние, сделанные.',
      'Your tasks of today: overdue, for today, done.',
    );
    await lines.first().focus();
    await presses('ArrowDown');
    await presses('ArrowUp');
    await tells('Пробел — выполнить.', 'Space completes.');
    await presses('Space');
    await expect.poll(() => lines.first().getAttribute('data-task')).not.toBe(before);
    await tells('Ctrl+Z вернёт.', 'Ctrl+Z brings it back.');
    await presses('Control+z');
    await expect.poll(() => lines.first().getAttribute('data-task')).toBe(before);
  },
};

const windows: GuideJourney = {
  topic: 'windows',
  title: 'W-04 X-07 W-01 windows: three stand side by side',
  async walk({ page, opens, tells, says, clicks }) {
    await opens('/clients?card=clients.7,tasks.9,clients.8');
    await page.getByRole('dialog').nth(2).waitFor();
    await tells(
      'Карточки — окна: их двигают, растягивают и сворачивают.',
      'Cards are windows: moved, resized, minimised.',
    );
    await clicks(page.getByRole('button', { name: says('window.tile') }));
    await tells(
      'Кнопки внизу раскладывают окна рядом или каскадом.',
      'The buttons below tile or cascade them.',
    );
    await clicks(page.getByRole('button', { name: says('window.cascade') }));
    await clicks(page.getByRole('button', { name: says('window.closeAll') }));
    await page.getByRole('dialog').first().waitFor({ state: 'detached' });
  },
};

const importing: GuideJourney = {
  topic: 'import',
  title: 'W-04 X-07 import: a table is chosen and its columns are checked',
  async walk({ page, opens, tells, says }) {
    await opens('/import');
    await page.locator('input[type=file]').waitFor({ state: 'attached' });
    await tells('Перетащите таблицу CSV или XLSX.', 'Drop a CSV or XLSX table.');
    const buffer = Buffer.from(
      'Name;Phone;City\nNorth Ltd;+7 921 555 01 01;Tver\nSouth Ltd;+7 921 555 01 02;Omsk\n',
    );
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'clients.csv', mimeType: 'text/csv', buffer });
    await page.locator('main table').waitFor();
    await tells(
      'Колонки найдены сами; угаданное можно поправить.',
      'Columns are found by themselves; a guess can be corrected.',
    );
    await page.getByRole('button', { name: says('import.check') }).click();
    await page.locator('main').getByRole('tab').first().waitFor();
    await tells(
      'Сначала видно, что добавится, изменится и не подойдёт.',
      'First you see what will be added, changed and refused.',
    );
  },
};

const firstSteps: GuideJourney = {
  topic: 'first-steps',
  title: 'W-04 X-07 W-06 first steps: opened from the rail, one leads to where it is done',
  async walk({ page, opens, tells, says, clicks }) {
    await opens('/tasks?d=week');
    await rows(page).first().waitFor();
    await tells('Первые шаги ждут внизу слева.', 'First steps wait at the lower left.');
    await clicks(page.getByRole('navigation').getByRole('button', { name: says('steps.title') }));
    const sheet = page.getByRole('dialog', { name: says('steps.title') });
    await sheet.waitFor();
    await tells('Шаг отмечается сам, как только сделан.', 'A step is checked off once it is done.');
    await tells('Щелчок ведёт туда, где его делают.', 'A click leads to where it is done.');
    await clicks(sheet.getByRole('button', { name: says('steps.task') }));
    await card(page, says('task.createTitle')).waitFor();
    await page.keyboard.press('Escape');
    await card(page, says('task.createTitle')).waitFor({ state: 'detached' });
  },
};

const managerDay: GuideJourney = {
  topic: 'manager-day',
  title: 'W-04 X-07 M-01 manager’s day: opened by keys from the calendar, a task of it is opened',
  async walk({ page, opens, tells, presses, clicks }) {
    await opens('/calendar');
    await clicks(page.locator('[role=gridcell][data-shade]').first());
    await tells('Enter на ячейке открывает день менеджера.', 'Enter on a cell opens the manager’s day.');
    await presses('Enter');
    const day = page.getByRole('dialog').filter({ has: page.getByRole('grid') });
    await day.locator('[role=row][data-index]').first().waitFor();
    await tells(
      'Это обычный список: те же колонки, поиск и клавиши.',
      'It is a list like any other: same columns, search, keys.',
    );
    await clicks(day.locator('[role=row][data-index]').first());
    await presses('Enter');
    await card(page).getByRole('tab').first().waitFor();
    await tells('Esc закрывает окна одно за другим.', 'Esc closes the windows one by one.');
    await presses('Escape');
    await day.waitFor();
    await presses('Escape');
    await day.waitFor({ state: 'detached' });
  },
};

const reminders: GuideJourney = {
  topic: 'reminders',
  title: 'W-04 X-07 T-11 reminders: the bell is opened, how long ahead is set for oneself',
  async walk({ page, opens, tells, says, clicks, presses }) {
    await opens('/my-day');
    const bell = page.getByRole('button', { name: says('reminder.title') });
    await tells('Колокольчик собирает напоминания: Alt+B.', 'The bell gathers reminders: Alt+B.');
    await clicks(bell);
    await page.getByRole('dialog', { name: says('reminder.title') }).waitFor();
    await tells('Отсюда задачу открывают или откладывают.', 'From here a task is opened or put off.');
    await presses('Escape');
    await page.getByRole('dialog', { name: says('reminder.title') }).waitFor({ state: 'hidden' });
    await opens('/settings');
    const ahead = page.getByLabel(says('reminder.ahead'));
    await ahead.waitFor();
    await ahead.scrollIntoViewIfNeeded();
    await tells('За сколько напоминать, каждый решает сам.', 'How long ahead is each person’s choice.');
    await clicks(page.getByText(says('reminder.atDeadline'), { exact: true }));
    await clicks(page.getByText(says('reminder.atDeadline'), { exact: true }));
  },
};

const print: GuideJourney = {
  topic: 'print',
  title: 'W-04 X-07 P-02 print: the sheet is looked at and turned',
  async walk({ page, opens, tells, says, clicks }) {
    await opens('/print/tasks?d=week');
    await page.locator('thead').first().waitFor();
    await tells(
      'На бумагу идёт то, что в списке, с клиентом и прошлым разом.',
      'Paper takes what the list shows, with the client and the last time.',
    );
    await clicks(page.getByText(says('print.portrait'), { exact: true }));
    await expect.poll(() => page.locator('.print-page > style').textContent()).toContain('portrait');
    await tells('Лист кладут вдоль или поперёк.', 'The sheet lies either way.');
    await clicks(page.getByText(says('print.landscape'), { exact: true }));
    await tells(
      'Для итогов того, что впереди, есть строчки.',
      'What lies ahead has ruled lines for its result.',
    );
  },
};

const signIn: GuideJourney = {
  topic: 'sign-in',
  title: 'W-04 X-07 sign in: out and in again',
  async walk({ page, email, password, opens, tells, says, clicks, presses, types }) {
    await opens('/tasks?d=week');
    await rows(page).first().waitFor();
    await presses('Alt+q');
    const button = page.getByRole('button', { name: says('door.signIn') });
    await button.waitFor();
    await tells('Входят по почте и паролю.', 'One signs in by e-mail and password.');
    await clicks(page.getByLabel(says('door.email')));
    await types(email);
    await clicks(page.getByLabel(says('door.password'), { exact: false }).first());
    await types(password);
    await tells(
      'Забыли пароль — попросите у администратора ссылку.',
      'Forgot it? Ask an administrator for a link.',
    );
    await clicks(button);
    await rows(page).first().waitFor();
  },
};

guides([
  firstSteps,
  tasks,
  taskCard,
  myDay,
  calendar,
  managerDay,
  hours,
  reminders,
  clients,
  clientCard,
  windows,
  search,
  directories,
  people,
  importing,
  journal,
  print,
  settings,
  signIn,
]);
