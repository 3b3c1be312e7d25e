// What the columns of a table can be, how its text can be read, and why a row can be refused.

/**
 * What a column of clients can be. Several columns may be one field: telephones are gathered, parts of an address joined.
 * `note`: the line `Header: value` in the notes, so that nothing is lost; null in a mapping: left out.
 */
export const clientImportFields = [
  'name',
  'person',
  'lastName',
  'firstName',
  'middleName',
  'personTitle',
  'fullName',
  'line',
  'group',
  'status',
  'type',
  'origin',
  'responsible',
  'phone',
  'email',
  'site',
  'messenger',
  'actualAddress',
  'street',
  'city',
  'region',
  'zip',
  'country',
  'legalAddress',
  'contactPersons',
  'notes',
  'tags',
  'contractNumber',
  'contractDate',
  'contractTill',
  'contractTerms',
  'inn',
  'kpp',
  'ogrn',
  'account',
  'bank',
  'bik',
  'correspondentAccount',
  'iban',
  'vat',
  'note',
] as const;
export type ClientImportField = (typeof clientImportFields)[number];

/** What a column of tasks can be; the client is found by any of its keys. */
export const taskImportFields = [
  'description',
  'results',
  'type',
  'state',
  'manager',
  'date',
  'time',
  'deadline',
  'minutes',
  'clientName',
  'clientInn',
  'clientPhone',
  'clientEmail',
  'clientId',
  'tags',
  'note',
] as const;
export type TaskImportField = (typeof taskImportFields)[number];

export type ImportField = ClientImportField | TaskImportField;
/** Encodings offered where the one that was found shows wrong letters. */
export const importEncodings = [
  'utf-8',
  'windows-1251',
  'koi8-r',
  'cp866',
  'iso-8859-5',
  'maccyrillic',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1254',
  'koi8-u',
] as const;
export const importDelimiters = [',', ';', '\t', '|'] as const;

/** Why a row is refused, or what of it is not taken, besides the codes of faults of fields (kit/refusal.ts). */
export const importReasons = [
  'reason.nameMissing',
  'reason.errorCell',
  'reason.nothing',
  'reason.badLetters',
  'reason.badDate',
  'reason.badTime',
  'reason.dateOutOfRange',
  'reason.badNumber',
  'reason.lostDigits',
  'reason.unknownEntry',
  'reason.tooManyNew',
  'reason.groupTooDeep',
  'reason.unknownManager',
  'reason.ambiguousManager',
  'reason.unknownClient',
  'reason.ambiguousClient',
  'reason.sameName',
  'reason.othersClient',
  'reason.mayNotAdd',
  'reason.mayNotChange',
  'reason.kept',
  'reason.changedSince',
  'reason.goneSince',
  'reason.twinRefused',
] as const;
export type ImportReason = (typeof importReasons)[number];
