// A text of which a list has but the beginning. Pure.

/** What a row of a list has of a text, characters. */
const rowHas = 300;

/** A text that goes on beyond its row says so, at the end of a word. */
export const begun = (text: string) =>
  text.length < rowHas ? text : `${text.replace(/\s+\S{0,40}$/u, '')}…`;
