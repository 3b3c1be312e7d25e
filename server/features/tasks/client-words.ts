// Words of a client's card on paper, as the screens have them.
import type { PrintedField, PrintedTab } from '../../../contract/printed-client.ts';

type Words = {
  tabs: Record<PrintedTab, string>;
  fields: Record<PrintedField, string>;
  /** Heads of the tables of tasks. */
  heads: string[];
  open: string;
  done: string;
  archived: string;
  more(count: string): string;
};

export const clientWords: Record<'ru' | 'en', Words> = {
  ru: {
    tabs: { main: 'Основное', relation: 'Отношения', contract: 'Договор и банк' },
    fields: {
      fullName: 'Полное название',
      groupId: 'Группа',
      line: 'Род деятельности',
      phones: 'Телефоны',
      emails: 'Почта',
      legalAddress: 'Юридический адрес',
      actualAddress: 'Фактический адрес',
      sites: 'Сайты',
      messengers: 'Мессенджеры',
      statusId: 'Статус',
      clientTypeId: 'Тип клиента',
      originId: 'Источник',
      responsibleId: 'Ответственный',
      contactPersons: 'Контактные лица',
      notes: 'Информация',
      tags: 'Метки',
      contractNumber: 'Номер договора',
      contractDate: 'Дата договора',
      contractTill: 'Действует до',
      contractTerms: 'Условия',
      inn: 'ИНН',
      kpp: 'КПП',
      ogrn: 'ОГРН',
      bank: 'Банк',
      account: 'Расчётный счёт',
      bik: 'БИК',
      correspondentAccount: 'Корр. счёт',
      iban: 'IBAN',
      vat: 'VAT',
    },
    heads: ['Когда', 'Состояние', 'Описание', 'Менеджер'],
    open: 'Что предстоит',
    done: 'Что сделано',
    archived: 'В архиве',
    more: (count) => `ещё ${count}`,
  },
  en: {
    tabs: { main: 'Main', relation: 'Relations', contract: 'Contract and bank' },
    fields: {
      fullName: 'Full name',
      groupId: 'Group',
      line: 'Line of business',
      phones: 'Phones',
      emails: 'E-mail',
      legalAddress: 'Legal address',
      actualAddress: 'Actual address',
      sites: 'Sites',
      messengers: 'Messengers',
      statusId: 'Status',
      clientTypeId: 'Client type',
      originId: 'Origin',
      responsibleId: 'Responsible',
      contactPersons: 'Contact persons',
      notes: 'Information',
      tags: 'Tags',
      contractNumber: 'Contract number',
      contractDate: 'Contract date',
      contractTill: 'Valid till',
      contractTerms: 'Terms',
      inn: 'INN',
      kpp: 'KPP',
      ogrn: 'OGRN',
      bank: 'Bank',
      account: 'Account',
      bik: 'BIK',
      correspondentAccount: 'Correspondent account',
      iban: 'IBAN',
      vat: 'VAT',
    },
    heads: ['When', 'State', 'Description', 'Manager'],
    open: 'To do',
    done: 'Done',
    archived: 'Archived',
    more: (count) => `${count} more`,
  },
};
