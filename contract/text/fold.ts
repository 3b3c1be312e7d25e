// The one normal form for search. The SQL side folds with fold_text (platform/migrations/0004-folded-text.sql).

/** NFKC, small letters, ё as е, single spaces, no spaces at the ends. Folding twice changes nothing. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replaceAll('ё', 'е')
    .replace(/\s+/gu, ' ')
    .trim();
}
