// The keyboard's two layouts, QWERTY and ЙЦУКЕН: what was typed with the wrong one switched on.

const LATIN = '`qwertyuiop[]asdfghjkl;\'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>';
const RUSSIAN = 'ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ';
/** Keys whose sign is no letter in either layout. */
const LATIN_SIGNS = '@#$^&/?|';
const RUSSIAN_SIGNS = '"№;:?.,/';

function pairs(from: string, to: string): Map<string, string> {
  return new Map(Array.from(from, (sign, i) => [sign, to.charAt(i)]));
}

const TO_RUSSIAN = pairs(LATIN + LATIN_SIGNS, RUSSIAN + RUSSIAN_SIGNS);
const TO_LATIN = pairs(RUSSIAN + RUSSIAN_SIGNS, LATIN + LATIN_SIGNS);

function count(text: string, letters: RegExp): number {
  return text.match(letters)?.length ?? 0;
}

/**
 * The same keys in the other layout: `ghbdtn` gives `привет`, `ьшскщыщае` gives `microsoft`. A letter always goes to the other
 * alphabet; a sign goes the way of most letters (without letters: to Russian). Twice gives a word of one alphabet back.
 */
export function swapLayout(text: string): string {
  const toLatin = count(text, /[а-яё]/giu) > count(text, /[a-z]/giu);
  const [first, second] = toLatin ? [TO_LATIN, TO_RUSSIAN] : [TO_RUSSIAN, TO_LATIN];
  return Array.from(text, (sign) => {
    const other = /\p{L}/u.test(sign) ? second.get(sign) : undefined;
    return first.get(sign) ?? other ?? sign;
  }).join('');
}
