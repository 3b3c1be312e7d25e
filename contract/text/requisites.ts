// Russian requisites: INN, KPP, OGRN, OGRNIP, BIK and bank accounts. Says what is wrong; never forbids to save.
// The sums are those of the Federal Tax Service (INN, OGRN) and of the Bank of Russia (accounts, order 732-P).
import type { IbanFault } from './iban.ts';
import type { VatFault } from './vat.ts';

/** What is wrong with a requisite, as a stable code; the words are in the catalogue of texts. */
export type Fault =
  | `${'inn' | 'ogrn' | 'ogrnip' | 'bik' | 'account' | 'corrAccount'}.${'digits' | 'length'}`
  | `${'inn' | 'ogrn' | 'ogrnip' | 'account' | 'corrAccount'}.checksum`
  | 'inn.zeros'
  | 'kpp.length'
  | 'kpp.characters'
  | 'bik.country'
  | 'corrAccount.kind'
  | IbanFault
  | VatFault;

/** The value as it is compared and stored: without spaces, hyphens and dashes, letters large. */
export function cleanRequisite(value: string): string {
  return value
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase();
}

function weighedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0);
}

function innDigit(digits: string, weights: readonly number[]): boolean {
  return (weighedSum(digits, weights) % 11) % 10 === Number(digits[weights.length]);
}

const INN_COMPANY = [2, 4, 10, 3, 5, 9, 4, 6, 8] as const;
const INN_PERSON_11 = [7, ...INN_COMPANY] as const;
const INN_PERSON_12 = [3, 7, ...INN_COMPANY] as const;

/** INN of a company (10 digits) or of a person (12 digits). An empty value has no fault: being required is another rule. */
export function checkInn(value: string): Fault | null {
  const inn = cleanRequisite(value);
  if (inn === '') return null;
  if (!/^\d+$/.test(inn)) return 'inn.digits';
  if (inn.length !== 10 && inn.length !== 12) return 'inn.length';
  if (/^0+$/.test(inn)) return 'inn.zeros';
  const right =
    inn.length === 10
      ? innDigit(inn, INN_COMPANY)
      : innDigit(inn, INN_PERSON_11) && innDigit(inn, INN_PERSON_12);
  return right ? null : 'inn.checksum';
}

/** KPP: four digits of the tax office, two digits or Latin letters of the reason, three digits. It has no check digit. */
export function checkKpp(value: string): Fault | null {
  const kpp = cleanRequisite(value);
  if (kpp === '') return null;
  if (kpp.length !== 9) return 'kpp.length';
  return /^\d{4}[\dA-Z]{2}\d{3}$/.test(kpp) ? null : 'kpp.characters';
}

/** The last digit of a state register number: the rest of the others by 11 (13 digits) or by 13 (15 digits). */
function registerDigitFits(digits: string): boolean {
  const body = BigInt(digits.slice(0, -1));
  return (body % BigInt(digits.length - 2)) % 10n === BigInt(digits.slice(-1));
}

function checkRegister(value: string, kind: 'ogrn' | 'ogrnip', length: number): Fault | null {
  const number = cleanRequisite(value);
  if (number === '') return null;
  if (!/^\d+$/.test(number)) return `${kind}.digits`;
  if (number.length !== length) return `${kind}.length`;
  return registerDigitFits(number) && !/^0+$/.test(number) ? null : `${kind}.checksum`;
}

/** OGRN of a company: 13 digits. */
export function checkOgrn(value: string): Fault | null {
  return checkRegister(value, 'ogrn', 13);
}

/** OGRNIP of a sole trader: 15 digits. */
export function checkOgrnip(value: string): Fault | null {
  return checkRegister(value, 'ogrnip', 15);
}

/** BIK: nine digits; the first two are 04 (Russia), 00 (treasury) or 01–03 (others who take part in the payment system). */
export function checkBik(value: string): Fault | null {
  const bik = cleanRequisite(value);
  if (bik === '') return null;
  if (!/^\d+$/.test(bik)) return 'bik.digits';
  if (bik.length !== 9) return 'bik.length';
  return /^0[0-4]/.test(bik) ? null : 'bik.country';
}

const ACCOUNT_WEIGHTS = Array.from({ length: 23 }, (_, i) => [7, 1, 3][i % 3] ?? 0);

/** An account fits its bank when the weighed sum of the bank's three digits and the account's twenty ends in 0. */
function accountFits(bankDigits: string, account: string): boolean {
  return weighedSum(bankDigits + account, ACCOUNT_WEIGHTS) % 10 === 0;
}

function checkTwentyDigits(value: string, kind: 'account' | 'corrAccount'): Fault | null {
  if (!/^\d+$/.test(value)) return `${kind}.digits`;
  return value.length === 20 ? null : `${kind}.length`;
}

/** The three digits of a cash settlement centre of the Bank of Russia (BIK ends in 000–002) come from its region. */
function centreDigits(bik: string): string {
  return `0${bik.slice(4, 6)}`;
}

/** Settlement account. Without a faultless `bik` only its form can be checked. */
export function checkAccount(value: string, bik: string): Fault | null {
  const account = cleanRequisite(value);
  if (account === '') return null;
  const fault = checkTwentyDigits(account, 'account');
  const bank = cleanRequisite(bik);
  if (fault || bank === '' || checkBik(bank)) return fault;
  const ofCentre = /00[0-2]$/.test(bank);
  return accountFits(ofCentre ? centreDigits(bank) : bank.slice(6), account) ? null : 'account.checksum';
}

/** Correspondent account of a bank (301…) or single treasury account (401…). Without a faultless `bik`: its form only. */
export function checkCorrAccount(value: string, bik: string): Fault | null {
  const account = cleanRequisite(value);
  if (account === '') return null;
  const fault = checkTwentyDigits(account, 'corrAccount');
  if (fault) return fault;
  if (!/^[34]0[1-3]/.test(account)) return 'corrAccount.kind';
  const bank = cleanRequisite(bik);
  if (bank === '' || checkBik(bank)) return null;
  return accountFits(centreDigits(bank), account) ? null : 'corrAccount.checksum';
}
