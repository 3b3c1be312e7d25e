// A record by its number: «№ 12», "No. 12".

export const numbered = (id: number, locale: 'ru' | 'en'): string => `${locale === 'ru' ? '№' : 'No.'} ${id}`;
