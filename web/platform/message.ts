// Messages in ICU's notation, as the catalogues write them: {name}, {count, number}, {count, plural, …}, {kind, select, …}, '{quoted}'. No dates.
export type MessageValues = Record<string, string | number | null | undefined>;

type Part = string | { name: string; options: Map<string, Part[]> | null; kind: string } | typeof figure;
type At = { text: string; at: number };

/** The # of a plural. */
const figure = Symbol('#');

const read = new Map<string, Part[]>();

/** Says the message; read once, then remembered. Throws where it is not written as ICU has it, which `npm run check` finds first. */
export function sayMessage(message: string, locale: string, values: MessageValues = {}): string {
  if (!/['{]/.test(message)) return message;
  const parts = read.get(message) ?? readParts({ text: message, at: 0 }, false);
  read.set(message, parts);
  return sayParts(parts, locale, values);
}

function sayParts(parts: Part[], locale: string, values: MessageValues, count?: number): string {
  let said = '';
  for (const part of parts) {
    if (typeof part === 'string') said += part;
    else if (part === figure) said += figures(locale).format(count as number);
    else if (part.options) {
      const value = values[part.name];
      const inner = chosen(part.options, part.kind, locale, value);
      said += sayParts(inner, locale, values, part.kind === 'plural' ? Number(value) : count);
    } else if (part.kind === 'number') said += figures(locale).format(Number(values[part.name]));
    else said += values[part.name] ?? '';
  }
  return said;
}

function chosen(options: Map<string, Part[]>, kind: string, locale: string, value: MessageValues[string]) {
  const exact = options.get(kind === 'plural' ? `=${value}` : String(value));
  const named = exact ?? (kind === 'plural' ? options.get(plurals(locale).select(Number(value))) : undefined);
  return named ?? options.get('other') ?? [];
}

const figures = remembered((locale) => new Intl.NumberFormat(locale));
const plurals = remembered((locale) => new Intl.PluralRules(locale));

function remembered<Made>(make: (locale: string) => Made): (locale: string) => Made {
  const made = new Map<string, Made>();
  return (locale) => {
    const one = made.get(locale) ?? make(locale);
    made.set(locale, one);
    return one;
  };
}

/** Up to the end, or to the brace that closes an option. */
function readParts(from: At, inPlural: boolean): Part[] {
  const parts: Part[] = [];
  let plain = '';
  const add = (part: Part) => {
    if (plain) parts.push(plain);
    plain = '';
    parts.push(part);
  };
  while (from.at < from.text.length && from.text[from.at] !== '}') {
    const letter = from.text[from.at] as string;
    if (letter === "'") plain += readQuoted(from, inPlural);
    else if (letter === '{') add(readArgument(from));
    else if (letter === '#' && inPlural) {
      add(figure);
      from.at++;
    } else {
      plain += letter;
      from.at++;
    }
  }
  if (plain) parts.push(plain);
  return parts;
}

/** An apostrophe quotes what follows only before a brace, in a plural also before a #; two of them are one. */
function readQuoted(from: At, inPlural: boolean): string {
  const next = from.text[from.at + 1] ?? '';
  if (next === "'") {
    from.at += 2;
    return "'";
  }
  from.at++;
  if (!(inPlural ? /[{}#]/ : /[{}]/).test(next)) return "'";
  const end = from.text.indexOf("'", from.at);
  const quoted = from.text.slice(from.at, end < 0 ? undefined : end);
  from.at += quoted.length + 1;
  return quoted;
}

function readArgument(from: At): Part {
  const [head = '', name = '', kind = '', more = ''] =
    /^\{\s*(\w+)\s*(?:,\s*(\w+)\s*)?([,}])/.exec(from.text.slice(from.at)) ?? [];
  if (!head) throw new Error(`no argument at ${from.at} of: ${from.text}`);
  from.at += head.length;
  return { name, kind, options: more === ',' ? readOptions(from, kind === 'plural') : null };
}

function readOptions(from: At, inPlural: boolean): Map<string, Part[]> {
  const options = new Map<string, Part[]>();
  for (;;) {
    const [head = '', name = ''] = /^\s*(?:(=?\w+)\s*\{|\})/.exec(from.text.slice(from.at)) ?? [];
    if (!head) throw new Error(`no option at ${from.at} of: ${from.text}`);
    from.at += head.length;
    if (!name) return options;
    options.set(name, readParts(from, inPlural));
    from.at++;
  }
}
