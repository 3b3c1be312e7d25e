// Words by id, in the reader's language; a missing one does not compile. Plurals and figures by ICU.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { TextId } from '../texts/ids.ts';
import { type MessageValues, sayMessage } from './message.ts';

export type Locale = 'ru' | 'en';
export type TextValues = MessageValues;
/** Says a text of the catalogue. */
export type Say = (id: TextId, values?: TextValues) => string;

const catalogues: Record<Locale, () => Promise<{ texts: Record<TextId, string> }>> = {
  ru: () => import('../texts/ru/index.ts'),
  en: () => import('../texts/en/index.ts'),
};

/** The language of the browser, until it is known whose screen this is. */
export function browserLocale(): Locale {
  return navigator.languages.some((language) => language.startsWith('ru')) ? 'ru' : 'en';
}

type Texts = Record<string, string>;
const fetched: Partial<Record<Locale, Texts>> = {};

/** The words of a language, before they are needed; those that are there already are there at once. */
export async function fetchTexts(locale: Locale): Promise<Texts> {
  const texts = fetched[locale] ?? (await catalogues[locale]()).texts;
  fetched[locale] = texts;
  return texts;
}

type Words = {
  say: Say;
  locale: Locale;
  /** Says a text whose id is made of parts; undefined where there is none. */
  sayIfKnown(id: string, values?: TextValues): string | undefined;
};
const WordsContext = createContext<Words | null>(null);

/** Loads the catalogue of the language and gives its words to everything inside. */
export function TextsProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  const [loaded, setLoaded] = useState<{ locale: Locale; texts: Texts } | undefined>(() => {
    const texts = fetched[locale];
    return texts && { locale, texts };
  });
  useEffect(() => {
    let current = true;
    fetchTexts(locale).then((texts) => {
      if (current) setLoaded((known) => (known?.texts === texts ? known : { locale, texts }));
    });
    return () => {
      current = false;
    };
  }, [locale]);
  const words = useMemo(() => (loaded ? wordsOf(loaded) : null), [loaded]);
  useEffect(() => {
    if (loaded) document.documentElement.lang = loaded.locale;
  }, [loaded]);
  if (!words) return null;
  return <WordsContext value={words}>{children}</WordsContext>;
}

function wordsOf({ locale, texts }: { locale: Locale; texts: Record<string, string> }): Words {
  const say: Say = (id, values) => sayMessage(texts[id] ?? id, locale, values);
  return {
    say,
    locale,
    sayIfKnown: (id, values) => (id in texts ? say(id as TextId, values) : undefined),
  };
}

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('no words here: put TextsProvider above');
  return words;
}

/** The shortest way to a text: `const say = useSay()`. */
export function useSay(): Say {
  return useWords().say;
}
