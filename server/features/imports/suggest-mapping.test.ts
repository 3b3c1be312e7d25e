// What columns are taken for, by the headers of real exports and by what stands in them.
import { describe, expect, it } from 'vitest';
import type { ImportField } from '../../../contract/import-fields.ts';
import type { ImportFile } from '../../../contract/imports.ts';
import { dataFile } from '../../platform/tables/table-files.ts';
import { suggestMapping } from './suggest-mapping.ts';

const exported = JSON.parse(dataFile('csv/real-headers.json').toString()) as Record<
  string,
  { columns: string[] }
>;

function fileOf(header: string[], sample: string[][] = []): ImportFile {
  return {
    name: 'x.csv',
    format: 'csv',
    encoding: 'utf-8',
    delimiter: ',',
    sheets: null,
    sheet: null,
    headless: false,
    header,
    sample,
    rows: sample.length,
    nuls: 0,
  };
}

function headersOf(program: string): Partial<Record<ImportField, string[]>> {
  const { columns } = exported[program] ?? { columns: [] };
  const fields = suggestMapping('clients', fileOf(columns));
  expect(fields).not.toContain(null);
  return Object.groupBy(columns, (_, i) => fields[i] as ImportField) as Partial<
    Record<ImportField, string[]>
  >;
}

describe('B-08 a table without names', () => {
  const row = (n: number) => [
    `CjwKCAi${'ABCD'[n]}`,
    `lead${n}@example.com`,
    'Lead Form Submit',
    `flat in ${n} rooms`,
  ];

  it('takes no key, no campaign and no keyword for a name: its e-mail is one', () => {
    const header = ['GCLID', 'Lead Email', 'Conversion Name', 'Keyword'];
    expect(suggestMapping('clients', fileOf(header, [0, 1, 2, 3].map(row)))).toEqual([
      'note',
      'email',
      'note',
      'note',
    ]);
  });

  it('takes a column of different words for the name, one of repeated words or of keys for none', () => {
    const sample = [
      ['новый', 'a8F3kQ2x', 'ООО «Гранит»'],
      ['новый', 'b7G4mR1z', 'Анна Белова'],
      ['новый', 'c6H5nS9y', 'ИП Ёлкин'],
    ];
    expect(suggestMapping('clients', fileOf(['Колонка 1', 'Колонка 2', 'Колонка 3'], sample))).toEqual([
      'note',
      'note',
      'name',
    ]);
  });
});

describe('B-08 columns of real exports', () => {
  it('B-08 amoCRM deals', () => {
    expect(headersOf('amoCRM deals export')).toMatchObject({
      name: ['Компания контакта'],
      person: ['Полное имя контакта'],
      responsible: ['Ответственный'],
      tags: ['Теги'],
      phone: [
        'Рабочий телефон',
        'Рабочий прямой телефон',
        'Мобильный телефон',
        'Факс',
        'Домашний телефон',
        'Другой телефон',
      ],
      email: ['Рабочий email', 'Личный email', 'Другой email'],
      notes: ['Примечание', 'Примечание 2', 'Примечание 3', 'Примечание 4', 'Примечание 5'],
    });
  });

  it('B-08 Bitrix24 leads', () => {
    const fields = headersOf('Bitrix24 leads export (; and quotes, UTF-8 BOM)');
    expect(fields).toMatchObject({
      name: ['Название компании'],
      firstName: ['Имя'],
      middleName: ['Отчество'],
      lastName: ['Фамилия'],
      origin: ['Источник'],
      status: ['Статус'],
      responsible: ['Ответственный'],
      personTitle: ['Должность'],
      email: ['Рабочий e-mail', 'Частный e-mail', 'E-mail для рассылок', 'Другой e-mail'],
      zip: ['Индекс'],
      city: ['Город'],
      country: ['Страна'],
      actualAddress: ['Адрес'],
    });
    expect(fields.phone).toEqual(
      expect.arrayContaining([
        'Рабочий телефон',
        'Мобильный телефон',
        'Номер факса',
        'Домашний телефон',
        'Номер пейджера',
        'Телефон для рассылок',
        'Другой телефон',
      ]),
    );
    expect(fields.note).toEqual(
      expect.arrayContaining(['UTM Source', 'UTM Term', 'Сумма', 'Путь клиента', 'Дата создания', '']),
    );
  });

  it('B-08 HubSpot, Pipedrive, Salesforce, Google', () => {
    expect(headersOf('HubSpot contacts export')).toMatchObject({
      firstName: ['First Name'],
      lastName: ['Last Name'],
      email: ['Email'],
      phone: ['Phone Number'],
      responsible: ['Contact owner'],
      status: ['Lead Status'],
      name: ['Associated Company'],
    });
    expect(headersOf('Pipedrive export')).toMatchObject({
      responsible: ['Deal - Owner'],
      person: ['Person - Name'],
      name: ['Person - Organization'],
      email: ['Person - Email - Work', 'Person - Email - Home', 'Person - Email - Other'],
      phone: ['Person - Phone - Work', 'Person - Phone - Home', 'Person - Phone - Mobile'],
    });
    expect(headersOf('Salesforce leads report')).toMatchObject({
      origin: ['Lead Source'],
      firstName: ['First Name'],
      lastName: ['Last Name'],
      email: ['Email'],
      phone: ['Phone'],
      status: ['Lead Status'],
      responsible: ['Owner Alias'],
    });
    expect(headersOf('Google Contacts (before 2024)')).toMatchObject({
      name: ['Name'],
      firstName: ['Given Name'],
      lastName: ['Family Name'],
      notes: ['Notes'],
    });
  });

  it('B-08 names of people in short headers', () => {
    expect(suggestMapping('clients', fileOf(['First', 'Last', 'Company']))).toEqual([
      'firstName',
      'lastName',
      'name',
    ]);
  });

  it('B-08 what the header does not say is told by the cells', () => {
    const sample = [
      ['ООО «Ромашка»', '7707083893', '8 (495) 111-22-33', 'a@b.example', 'https://b.example', '17'],
      ['Гранит', '7728168971', '+7 921 123-45-67', 'c@d.example', 'www.d.example', '18'],
    ];
    expect(suggestMapping('clients', fileOf(['а', 'б', 'в', 'г', 'д', 'е'], sample))).toEqual([
      'name',
      'inn',
      'phone',
      'email',
      'site',
      'note',
    ]);
  });

  it('B-08 tasks: Outlook and Russian planners', () => {
    expect(
      suggestMapping(
        'tasks',
        fileOf(['Subject', 'Start Date', 'Due Date', 'Status', 'Owner', 'Company', 'Notes', 'Categories']),
      ),
    ).toEqual(['description', 'date', 'deadline', 'state', 'manager', 'clientName', 'description', 'note']);
    expect(
      suggestMapping(
        'tasks',
        fileOf(['Дата', 'Время', 'Тип', 'Клиент', 'ИНН', 'Менеджер', 'Состояние', 'Описание', 'Результат']),
      ),
    ).toEqual([
      'date',
      'time',
      'type',
      'clientName',
      'clientInn',
      'manager',
      'state',
      'description',
      'results',
    ]);
    expect(suggestMapping('tasks', fileOf(['Задача', 'Срок']))).toEqual(['description', 'date']);
  });
});

describe('B-08 tasks: what stands in a column is heard where its header misleads', () => {
  const suggested = (header: string[], ...sample: string[][]) =>
    suggestMapping('tasks', fileOf(header, sample));

  it('takes a time with its day for the date, unless another column is the date', () => {
    const moment = '2024-04-01 11:23:45';
    expect(suggested(['Subject', 'Conversion Time'], ['Call', moment])).toEqual(['description', 'date']);
    expect(suggested(['Date', 'Time'], ['2024-04-01', '11:23'])).toEqual(['date', 'time']);
    expect(suggested(['Time', 'Date'], [moment, '2024-04-01'])).toEqual(['time', 'date']);
    expect(suggested(['Time', 'Due'], ['11:23', '2024-04-01'])).toEqual(['time', 'date']);
  });

  it('takes days for the name of no client, and a word for no number of one', () => {
    const days = ['15-Jan-2024', '2024-01-20T14:30:00Z', 'Mar 20 2024', '20.03.2024'].map((day) => [day]);
    expect(suggested(['Last Contact'], ...days)).toEqual(['note']);
    expect(suggested(['Contact'], ['ООО «Гранит»'], ['Anna White'])).toEqual(['clientName']);
    expect(suggested(['customer_id'], ['ALFKI'], ['ANATR'])).toEqual(['note']);
    expect(suggested(['customer_id'], ['12'], ['№ 13'])).toEqual(['clientId']);
  });
});

it('B-08 knows the middle name in one word, as it knows the last and the first', () => {
  for (const middle of ['middlename', 'midname', 'Middle Name', 'middle_name', 'middleName'])
    expect(suggestMapping('clients', fileOf(['lastname', 'firstname', middle]))).toEqual([
      'lastName',
      'firstName',
      'middleName',
    ]);
});
