// The words that the made-up firm is put together from. Names of companies and people are invented.

export type DemoWords = {
  groups: string[];
  clientGroups: [string, string[]][];
  people: [name: string, group: number, position: string][];
  firstParts: string[];
  secondParts: string[];
  forms: string[];
  lines: string[];
  cities: string[];
  streets: string[];
  surnames: string[];
  given: string[];
  deeds: string[];
  outcomes: string[];
  tags: string[];
  phone: (n: number) => string;
  domain: string;
};

const ru: DemoWords = {
  groups: ['Отдел продаж', 'Крупные клиенты', 'Сервис'],
  clientGroups: [
    ['Покупатели', ['Опт', 'Розница', 'Госзаказ']],
    ['Поставщики', ['Оборудование', 'Материалы']],
    ['Партнёры', []],
  ],
  people: [
    ['Анна Белова', 0, 'Старший менеджер'],
    ['Пётр Соколов', 0, 'Менеджер'],
    ['Ольга Жукова', 0, 'Менеджер'],
    ['Игорь Ершов', 0, 'Менеджер'],
    ['Марина Лапина', 1, 'Ведущий менеджер'],
    ['Сергей Фёдоров', 1, 'Менеджер'],
    ['Елена Королёва', 2, 'Инженер'],
    ['Денис Щукин', 2, 'Инженер'],
  ],
  firstParts: [
    'Гранит',
    'Вектор',
    'Орион',
    'Ёлка',
    'Лотос',
    'Прогресс',
    'Альфа',
    'Восток',
    'Мастер',
    'Радуга',
    'Форум',
    'Элемент',
    'Берег',
    'Контур',
    'Полюс',
  ],
  secondParts: ['Строй', 'Торг', 'Сервис', 'Плюс', 'Пром', 'Групп', 'Снаб', 'Инвест', 'Лайн', 'Центр'],
  forms: ['ООО «{}»', 'АО «{}»', 'ООО «ТД {}»', 'ЗАО «{}»'],
  lines: [
    'строительные материалы',
    'мебель на заказ',
    'логистика',
    'оборудование для кафе',
    'спецодежда',
    'пиломатериалы',
    'автозапчасти',
    'упаковка',
    'вентиляция и климат',
    'полиграфия',
  ],
  cities: [
    'Москва',
    'Санкт-Петербург',
    'Казань',
    'Екатеринбург',
    'Псков',
    'Тверь',
    'Самара',
    'Новосибирск',
    'Калуга',
    'Уфа',
  ],
  streets: ['ул. Ленина', 'Садовая ул.', 'пр. Мира', 'Заводская ул.', 'Полевая ул.', 'наб. Реки'],
  surnames: [
    'Иванов',
    'Кузнецов',
    'Попов',
    'Смирнов',
    'Волков',
    'Морозов',
    'Лебедев',
    'Новиков',
    'Орлов',
    'Зайцев',
  ],
  given: ['Алексей', 'Дмитрий', 'Михаил', 'Николай', 'Павел', 'Олег', 'Кирилл', 'Андрей'],
  deeds: [
    'Уточнить объём заказа',
    'Напомнить об оплате счёта',
    'Отправить прайс и условия',
    'Согласовать договор с юристами',
    'Показать образцы',
    'Узнать, понравилась ли поставка',
    'Обсудить скидку на следующий квартал',
    'Собрать реквизиты для договора',
    'Договориться о встрече на складе',
    'Проверить, пришли ли документы',
  ],
  outcomes: [
    'Договорились, ждут счёт',
    'Попросили перезвонить в пятницу',
    'Согласны на условия',
    'Думают, сравнивают с другими',
    'Оплатили',
    'Отправил на почту, получение подтвердили',
  ],
  tags: ['срочно', 'важный клиент', 'сезонный спрос'],
  phone: (n) =>
    `+7 9${String(10 + (n % 80)).padStart(2, '0')} ${String(100 + ((n * 37) % 900))}-${String(10 + ((n * 13) % 90))}-${String(10 + ((n * 7) % 90))}`,
  domain: 'example.ru',
};

const en: DemoWords = {
  groups: ['Sales', 'Key accounts', 'Service'],
  clientGroups: [
    ['Customers', ['Wholesale', 'Retail', 'Public sector']],
    ['Suppliers', ['Equipment', 'Materials']],
    ['Partners', []],
  ],
  people: [
    ['Alice Harper', 0, 'Senior manager'],
    ['Peter Collins', 0, 'Manager'],
    ['Olivia Grant', 0, 'Manager'],
    ['Ian Brooks', 0, 'Manager'],
    ['Martha Lane', 1, 'Lead manager'],
    ['Simon Frost', 1, 'Manager'],
    ['Helen King', 2, 'Engineer'],
    ['Dennis Pike', 2, 'Engineer'],
  ],
  firstParts: [
    'Granite',
    'Vector',
    'Orion',
    'Northern',
    'Lotus',
    'Progress',
    'Alpine',
    'Eastgate',
    'Master',
    'Rainbow',
    'Forum',
    'Element',
    'Harbour',
    'Contour',
    'Summit',
  ],
  secondParts: [
    'Build',
    'Trading',
    'Service',
    'Plus',
    'Works',
    'Group',
    'Supply',
    'Partners',
    'Line',
    'Centre',
  ],
  forms: ['{} Ltd', '{} LLC', '{} GmbH', '{} Inc.'],
  lines: [
    'building materials',
    'bespoke furniture',
    'logistics',
    'café equipment',
    'workwear',
    'timber',
    'car parts',
    'packaging',
    'ventilation and climate',
    'printing',
  ],
  cities: [
    'London',
    'Manchester',
    'Bristol',
    'Leeds',
    'Glasgow',
    'Dublin',
    'Cardiff',
    'York',
    'Oxford',
    'Bath',
  ],
  streets: ['High Street', 'Station Road', 'Church Lane', 'Mill Road', 'Park Avenue', 'Quay Street'],
  surnames: ['Smith', 'Jones', 'Taylor', 'Brown', 'Wilson', 'Evans', 'Walker', 'Wright', 'Green', 'Hall'],
  given: ['James', 'Emma', 'Oliver', 'Sophie', 'Thomas', 'Grace', 'Henry', 'Lucy'],
  deeds: [
    'Confirm the size of the order',
    'Remind about the unpaid invoice',
    'Send prices and terms',
    'Agree the contract with their lawyers',
    'Show samples',
    'Ask whether the delivery was fine',
    'Discuss the discount for next quarter',
    'Collect details for the contract',
    'Arrange a visit to the warehouse',
    'Check that the papers have arrived',
  ],
  outcomes: [
    'Agreed, waiting for the invoice',
    'Asked to be called back on Friday',
    'Happy with the terms',
    'Thinking it over, comparing offers',
    'Paid',
    'Sent by e-mail, receipt confirmed',
  ],
  tags: ['urgent', 'key client', 'seasonal'],
  phone: (n) => `+44 20 7946 ${String((n * 37) % 1000).padStart(4, '0')}`,
  domain: 'example.com',
};

export const demoWords: Record<'ru' | 'en', DemoWords> = { ru, en };
