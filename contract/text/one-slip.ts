// Whether a word is one slip of the fingers away: a letter wrong, missing, doubled, or swapped with its neighbour. Pure.

/** Shorter words have too many neighbours. */
const slipFrom = 4; // letters

/** `typed` may be the beginning of `word` alone. Both folded. */
export function isOneSlipAway(typed: string, word: string): boolean {
  if (typed.length < slipFrom) return false;
  return [-1, 0, 1].some((more) => {
    const start = word.slice(0, typed.length + more);
    return start.length === typed.length + more && slipsApart(typed, start);
  });
}

function slipsApart(one: string, other: string): boolean {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const [rest, otherRest] = [one.slice(at), other.slice(at)];
  if (rest.length !== otherRest.length)
    return rest.length > otherRest.length ? rest.slice(1) === otherRest : rest === otherRest.slice(1);
  const swapped =
    rest[0] === otherRest[1] && rest[1] === otherRest[0] && rest.slice(2) === otherRest.slice(2);
  return rest.slice(1) === otherRest.slice(1) || swapped;
}
