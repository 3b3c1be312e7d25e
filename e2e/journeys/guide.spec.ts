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
    await task.waitFor({ state: 'detached' }).catch(() => undefined);
    await page.getByRole('grid').first().focus();
    await presses('Control+z');
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
  title: 'W-04 X-07 clients: a branch is chosen, a client is found by a wrong layout',
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
    await types(says('place.clients').slice(0, 1));
    await presses('Escape');
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
  async walk({ page, opens, tells }) {
    await opens('/journal');
    await page
      .locator('main')
      .getByText(/\d\d:\d\d/)
      .first()
      .waitFor();
    await tells(
      'Журнал помнит каждое действие: кто и когда.',
      'The journal remembers each action: who and when.',
    );
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

guides([tasks, taskCard, calendar, clients, clientCard, journal, settings]);
