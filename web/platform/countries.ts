// Countries offered for a firm, those whose phones and requisites Voronka knows best first; and their names.
import { useMemo } from 'react';
import { useWords } from './texts.tsx';

const countries =
  'RU BY KZ AM KG UZ GE AZ TJ TM MD RS DE GB US FR IT ES PT PL CZ SK HU RO BG GR NL BE LU AT CH SE NO DK FI EE LV LT IE TR AE SA QA IL EG IN CN JP KR VN TH ID MY SG AU NZ CA MX BR AR CL CO ZA MN UA HR SI BA ME MK AL CY MT IS'.split(
    ' ',
  );

/** Options of a choice, named in the reader's language. A country that stands somewhere already is always among them. */
export function useCountries(known?: string): { value: string; label: string }[] {
  const { locale } = useWords();
  return useMemo(() => {
    const names = new Intl.DisplayNames([locale], { type: 'region' });
    const all = known && !countries.includes(known) ? [...countries, known] : countries;
    return all.map((value) => ({ value, label: names.of(value) ?? value }));
  }, [locale, known]);
}
