// The ids of all texts: those of the Russian catalogue. The English one must have the same, or the types say so.
import type { texts } from './ru/index.ts';

export type TextId = keyof typeof texts;
