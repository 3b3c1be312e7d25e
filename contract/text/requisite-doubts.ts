// What is doubtful about the requisites of a card, by field: shown beside them, never a hindrance to saving.
import { checkIban } from './iban.ts';
import {
  checkAccount,
  checkBik,
  checkCorrAccount,
  checkInn,
  checkKpp,
  checkOgrn,
  checkOgrnip,
} from './requisites.ts';
import { checkVat } from './vat.ts';

export type Requisites = Record<
  'inn' | 'kpp' | 'ogrn' | 'account' | 'bik' | 'correspondentAccount' | 'iban' | 'vat',
  string
>;

export const noRequisites: Requisites = {
  inn: '',
  kpp: '',
  ogrn: '',
  account: '',
  bik: '',
  correspondentAccount: '',
  iban: '',
  vat: '',
};

/** Codes by field; empty fields are not doubted. The number of a sole trader (15 digits) is checked as such. */
export function requisiteDoubts(client: Requisites): { field: keyof Requisites; code: string }[] {
  const { inn, kpp, ogrn, account, bik, correspondentAccount, iban, vat } = client;
  const found: [keyof Requisites, string | null][] = [
    ['inn', inn && checkInn(inn)],
    ['kpp', kpp && checkKpp(kpp)],
    ['ogrn', ogrn && (ogrn.replace(/\D/g, '').length === 15 ? checkOgrnip(ogrn) : checkOgrn(ogrn))],
    ['bik', bik && checkBik(bik)],
    ['account', account && checkAccount(account, bik)],
    ['correspondentAccount', correspondentAccount && checkCorrAccount(correspondentAccount, bik)],
    ['iban', iban && checkIban(iban)],
    ['vat', vat && checkVat(vat)],
  ];
  return found.flatMap(([field, code]) => (code ? [{ field, code }] : []));
}
