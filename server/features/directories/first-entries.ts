// What a new firm finds in its directories: enough to begin, nothing to throw away.
import type { NewEntry } from './commands.ts';

type Words = {
  types: string[];
  states: [string, NewEntry['meaning'], string][];
  statuses: string[];
  kinds: string[];
  origins: string[];
};

const words: Record<'ru' | 'en', Words> = {
  ru: {
    types: [
      'Звонок',
      'Встреча',
      'Письмо',
      'Переговоры',
      'Коммерческое предложение',
      'Подписание договора',
      'Оплата',
      'Отгрузка',
    ],
    states: [
      ['поставлена', 'open', 'slate'],
      ['в работе', 'open', 'blue'],
      ['ожидание', 'open', 'amber'],
      ['выполнена', 'done', 'green'],
      ['отменена', 'cancelled', 'brown'],
    ],
    statuses: ['Потенциальный', 'Действующий', 'Постоянный', 'Бывший'],
    kinds: ['Покупатель', 'Поставщик', 'Партнёр', 'Конкурент'],
    origins: ['Сайт', 'Звонок', 'Рекомендация', 'Выставка', 'Реклама', 'Холодный поиск'],
  },
  en: {
    types: ['Call', 'Meeting', 'Letter', 'Talks', 'Offer', 'Signing the contract', 'Payment', 'Shipment'],
    states: [
      ['set', 'open', 'slate'],
      ['in progress', 'open', 'blue'],
      ['waiting', 'open', 'amber'],
      ['done', 'done', 'green'],
      ['cancelled', 'cancelled', 'brown'],
    ],
    statuses: ['Prospect', 'Active', 'Regular', 'Former'],
    kinds: ['Customer', 'Supplier', 'Partner', 'Competitor'],
    origins: ['Website', 'Phone call', 'Referral', 'Trade fair', 'Advertising', 'Cold search'],
  },
};

export function firstEntries(locale: 'ru' | 'en'): NewEntry[] {
  const { types, states, statuses, kinds, origins } = words[locale];
  return [
    ...types.map((name) => ({ directory: 'taskTypes' as const, name })),
    ...states.map(([name, meaning, tint]) => ({ directory: 'taskStates' as const, name, meaning, tint })),
    ...statuses.map((name) => ({ directory: 'clientStatuses' as const, name })),
    ...kinds.map((name) => ({ directory: 'clientTypes' as const, name })),
    ...origins.map((name) => ({ directory: 'clientOrigins' as const, name })),
  ];
}
