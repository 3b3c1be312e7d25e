// Why a row was refused, in the reader's words: for the preview and for the file of refused rows.
import type { ImportReason } from '../../../contract/import-fields.ts';
import type { FaultCode, Params } from '../../../contract/kit/refusal.ts';
import type { Reason } from './sheet.ts';

type Code = ImportReason | FaultCode;
type Locale = 'ru' | 'en';
type Say = (params: Params) => string;

/** A name in quotation marks, where there is one. */
const ru = (name: unknown) => (name ? ` «${name}»` : '');
const en = (name: unknown) => (name ? ` “${name}”` : '');

const russian: Record<Code, Say> = {
  'reason.nameMissing': () => 'нет названия',
  'reason.errorCell': ({ text }) => `в ячейке ошибка таблицы${ru(text)}`,
  'reason.nothing': () => 'нет ни описания, ни типа, ни результатов',
  'reason.badLetters': () => 'буквы не читаются: они в другой кодировке, чем остальной файл',
  'reason.badDate': ({ text }) => `дата не читается${ru(text)}`,
  'reason.badTime': ({ text }) => `время не читается${ru(text)}`,
  'reason.dateOutOfRange': ({ text }) => `дата${ru(text)} вне пределов 1900–2200 годов`,
  'reason.badNumber': ({ text }) => `число не читается${ru(text)}`,
  'reason.lostDigits': ({ text }) =>
    `цифры потеряны${ru(text)}: таблица сократила длинное число, сделайте ячейки текстом и сохраните ещё раз`,
  'reason.unknownEntry': ({ name }) => `в справочнике нет${ru(name)}`,
  'reason.tooManyNew': ({ limit }) =>
    `в одном справочнике больше ${limit} новых значений: похоже, столбец выбран неверно`,
  'reason.groupTooDeep': ({ limit }) => `в пути групп больше ${limit} уровней`,
  'reason.unknownManager': ({ name }) => `нет менеджера${ru(name)}`,
  'reason.ambiguousManager': ({ name }) => `менеджеров${ru(name)} несколько`,
  'reason.unknownClient': ({ name }) => `нет клиента${ru(name)}`,
  'reason.ambiguousClient': ({ name }) => `клиентов${ru(name)} несколько: добавьте ИНН, телефон или e-mail`,
  'reason.sameName': ({ line, id }) =>
    line
      ? `такое же название в строке ${line}`
      : id
        ? `клиент с таким названием уже есть (№ ${id})`
        : 'клиент с таким названием уже есть',
  'reason.othersClient': () => 'такой клиент уже есть у другого менеджера',
  'reason.mayNotAdd': () => 'нет права добавлять такие записи',
  'reason.mayNotChange': () => 'такой клиент уже есть, а права его изменять нет',
  'reason.kept': ({ text }) => (text ? `остаётся${ru(text)}` : 'остаётся, как в карточке'),
  'reason.changedSince': () => 'клиента изменили после проверки файла: проверьте ещё раз',
  'reason.goneSince': () => 'запись, на которую ссылается строка, удалили после проверки файла',
  'reason.twinRefused': ({ line }) => `повторяет строку ${line}, а она не загружена`,
  'fault.required': () => 'значение обязательно',
  'fault.type': () => 'значение не того вида',
  'fault.tooLong': ({ limit }) => `слишком длинно: не больше ${limit}`,
  'fault.tooShort': ({ limit }) => `слишком коротко: не меньше ${limit}`,
  'fault.tooBig': ({ limit }) => `слишком много: не больше ${limit}`,
  'fault.tooSmall': ({ limit }) => `слишком мало: не меньше ${limit}`,
  'fault.unknownKey': () => 'лишнее поле',
  'fault.choice': () => 'такого значения быть не может',
  'fault.format': () => 'значение не того вида',
  'fault.nulByte': () => 'в тексте нулевой символ',
  'fault.malformedText': () => 'текст повреждён',
  'fault.missingRecord': () => 'такой записи нет',
  'fault.taken': () => 'уже занято',
  'fault.sameName': ({ name }) => `уже есть: «${name}»`,
  'fault.sameNameArchived': ({ name }) => `уже есть в архиве: «${name}»`,
  'fault.day': () => 'такой даты быть не может',
  'fault.moment': () => 'такой даты быть не может',
};

const english: Record<Code, Say> = {
  'reason.nameMissing': () => 'no name',
  'reason.errorCell': ({ text }) => `an error of the spreadsheet${en(text)} in the cell`,
  'reason.nothing': () => 'neither description nor type nor results',
  'reason.badLetters': () =>
    'letters that cannot be read: they are in another encoding than the rest of the file',
  'reason.badDate': ({ text }) => `the date cannot be read${en(text)}`,
  'reason.badTime': ({ text }) => `the time cannot be read${en(text)}`,
  'reason.dateOutOfRange': ({ text }) => `the date${en(text)} is outside of the years 1900–2200`,
  'reason.badNumber': ({ text }) => `the number cannot be read${en(text)}`,
  'reason.lostDigits': ({ text }) =>
    `digits are lost${en(text)}: the spreadsheet shortened a long number, make the cells text and save again`,
  'reason.unknownEntry': ({ name }) => `the directory has no${en(name)}`,
  'reason.tooManyNew': ({ limit }) =>
    `more than ${limit} new values in one directory: is this the right column?`,
  'reason.groupTooDeep': ({ limit }) => `the path of groups has more than ${limit} levels`,
  'reason.unknownManager': ({ name }) => `there is no manager${en(name)}`,
  'reason.ambiguousManager': ({ name }) => `there are several managers${en(name)}`,
  'reason.unknownClient': ({ name }) => `there is no client${en(name)}`,
  'reason.ambiguousClient': ({ name }) =>
    `there are several clients${en(name)}: add a tax number, telephone or e-mail`,
  'reason.sameName': ({ line, id }) =>
    line
      ? `the same name as in line ${line}`
      : id
        ? `a client of this name is there already (no. ${id})`
        : 'a client of this name is there already',
  'reason.othersClient': () => 'this client is there already with another manager',
  'reason.mayNotAdd': () => 'no right to add such records',
  'reason.mayNotChange': () => 'this client is there already, and there is no right to change it',
  'reason.kept': ({ text }) => (text ? `stays${en(text)}` : 'stays as in the card'),
  'reason.changedSince': () => 'the client was changed after the check of the file: check again',
  'reason.goneSince': () => 'a record that the row refers to was deleted after the check of the file',
  'reason.twinRefused': ({ line }) => `repeats line ${line}, which is refused`,
  'fault.required': () => 'a value is needed',
  'fault.type': () => 'not that kind of value',
  'fault.tooLong': ({ limit }) => `too long: at most ${limit}`,
  'fault.tooShort': ({ limit }) => `too short: at least ${limit}`,
  'fault.tooBig': ({ limit }) => `too much: at most ${limit}`,
  'fault.tooSmall': ({ limit }) => `too little: at least ${limit}`,
  'fault.unknownKey': () => 'a field too many',
  'fault.choice': () => 'there is no such value',
  'fault.format': () => 'not that kind of value',
  'fault.nulByte': () => 'a NUL character in the text',
  'fault.malformedText': () => 'the text is damaged',
  'fault.missingRecord': () => 'there is no such record',
  'fault.taken': () => 'taken already',
  'fault.sameName': ({ name }) => `there is one already: “${name}”`,
  'fault.sameNameArchived': ({ name }) => `there is one in the archive: “${name}”`,
  'fault.day': () => 'there is no such date',
  'fault.moment': () => 'there is no such date',
};

const catalogue = { ru: russian, en: english };

/** `Телефон: слишком длинно: не больше 200`. */
export function reasonText(locale: Locale, { column, code, params }: Reason, labels: string[]): string {
  const text = catalogue[locale][code as Code](params);
  return column === null ? text : `${labels[column] ?? ''}: ${text}`;
}

/** The header of the column with the reasons. */
export const reasonHeader: Record<Locale, string> = { ru: 'Почему не загружено', en: 'Why not imported' };

/** Whether the column is that one, come back: it tells of the rows and belongs to none. */
export const isReasonHeader = (header: string) => Object.values(reasonHeader).includes(header.trim());
