import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkIban } from './iban.ts';
import {
  checkAccount,
  checkBik,
  checkCorrAccount,
  checkInn,
  checkKpp,
  checkOgrn,
  checkOgrnip,
  type Fault,
} from './requisites.ts';
import { checkVat } from './vat.ts';

interface Vector {
  type: 'inn' | 'ogrn' | 'kpp' | 'account' | 'corrAccount';
  value: string;
  bik?: string;
  valid: boolean;
}

function read<T>(name: string): T[] {
  return JSON.parse(
    readFileSync(new URL(`../../../shared/data/requisites/${name}.json`, import.meta.url), 'utf8'),
  );
}

const CHECKS: Record<Vector['type'], (value: string, bik: string) => Fault | null> = {
  inn: checkInn,
  ogrn: checkOgrn,
  kpp: checkKpp,
  account: checkAccount,
  corrAccount: checkCorrAccount,
};

describe('C-03 Russian requisites', () => {
  test('C-03 every vector is judged as given', () => {
    for (const { type, value, bik, valid } of read<Vector>('vectors')) {
      expect([type, value, CHECKS[type](value, bik ?? '') === null]).toEqual([type, value, valid]);
    }
  });

  test('C-03 real companies have no fault', () => {
    for (const { inn, kpp, ogrn } of read<{ inn: string; kpp: string; ogrn: string }>('companies')) {
      expect([checkInn(inn), checkKpp(kpp), checkOgrn(ogrn)]).toEqual([null, null, null]);
    }
  });

  test('C-03 the fault says what is wrong', () => {
    expect(checkInn('770708389')).toBe('inn.length');
    expect(checkInn('36640A9397')).toBe('inn.digits');
    expect(checkInn('7707083894')).toBe('inn.checksum');
    expect(checkInn('0000000000')).toBe('inn.zeros');
    expect(checkKpp('7714010О1')).toBe('kpp.characters');
    expect(checkOgrn('102770013219')).toBe('ogrn.length');
    expect(checkOgrnip('304500116000157')).toBeNull();
    expect(checkOgrnip('304500116000158')).toBe('ogrnip.checksum');
    expect(checkBik('044525225')).toBeNull();
    expect(checkBik('544525225')).toBe('bik.country');
    expect(checkCorrAccount('40702810400000000225', '')).toBe('corrAccount.kind');
    expect(checkAccount('4080281013945563885', '044525225')).toBe('account.length');
  });

  test('C-03 an account without a sound BIK is judged by its form only', () => {
    expect([checkAccount('40802810539455638853', ''), checkAccount('40802810539455638853', '12')]).toEqual([
      null,
      null,
    ]);
  });

  test('C-03 an empty value has no fault', () => {
    for (const check of [checkInn, checkKpp, checkOgrn, checkOgrnip, checkBik, checkIban, checkVat]) {
      expect(check(' ')).toBeNull();
    }
  });

  test('C-03 one wrong digit of an INN of a person is always found', () => {
    const valid = '771002344404';
    fc.assert(
      fc.property(fc.nat(11), fc.integer({ min: 1, max: 9 }), (place, shift) => {
        const digit = (Number(valid[place]) + shift) % 10;
        return checkInn(valid.slice(0, place) + digit + valid.slice(place + 1)) !== null;
      }),
    );
  });
});

describe('C-03 IBAN', () => {
  const valid = [
    'DE89 3704 0044 0532 0130 00',
    'gb29nwbk60161331926819',
    'KZ86 125K ZT50 0410 0100',
    'BY13NBRB3600900000002Z00AB00',
  ];

  test('C-03 examples of the registry', () => {
    for (const iban of valid) expect(checkIban(iban), iban).toBeNull();
    expect(checkIban('DE89 3704 0044 0532 0130 01')).toBe('iban.checksum');
    expect(checkIban('DE89 3704 0044 0532 0130')).toBe('iban.length');
    expect(checkIban('US89 3704 0044 0532 0130')).toBe('iban.country');
    expect(checkIban('40702810973846120189')).toBe('iban.characters');
  });

  test('C-03 any one wrong sign and any swap of neighbours is found', () => {
    const iban = 'DE89370400440532013000';
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 21 }), fc.integer({ min: 1, max: 9 }), (place, shift) => {
        const digit = (Number(iban[place]) + shift) % 10;
        return checkIban(iban.slice(0, place) + digit + iban.slice(place + 1)) === 'iban.checksum';
      }),
    );
  });
});

describe('C-03 VAT', () => {
  test('C-03 valid numbers of each country with check digits', () => {
    const valid =
      'DE136695976 ATU13585627 BE0428759497 DK13585628 FI20774740 FR40303265045 IT00743110157 LU15027442 PL8567346215 ' +
      'PT501964843 SE123456789701 SI50223054 HR33392005961 EE100931558 EL094259216 GR094259216 HU12892312 NL004495445B01 ' +
      'NL123456789B13 SK2022749619 MT11679112 CHE107787577IVA NO995525828MVA ESA13585625 IE6433435F CY10259033P';
    for (const number of valid.split(' ')) expect([number, checkVat(number)]).toEqual([number, null]);
  });

  test('C-03 wrong ones', () => {
    expect(checkVat('DE136695978')).toBe('vat.checksum');
    expect(checkVat('IT00743110158')).toBe('vat.checksum');
    expect(checkVat('DE13669597')).toBe('vat.format');
    expect(checkVat('RU7707083893')).toBe('vat.country');
  });
});
