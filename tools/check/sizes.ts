// How large functions and files are: printed for the eye; only files above the limit are a fault.
import { isTest, sourceFiles } from './source-files.ts';

const fileAtMost = 300; // lines

function quantile(sorted: number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/** Lengths of functions with a body of several lines, by their braces. */
function functionLengths(text: string): number[] {
  const lines = text.split('\n');
  return lines.flatMap((line, at) => {
    const opens =
      /(?:function\b[^;]*|=>\s*|\)\s*(?::[^={]+)?)\{\s*$/.test(line) &&
      !/^\s*(if|for|while|switch|else|try|catch|return \{)/.test(line);
    if (!opens) return [];
    const indent = /^\s*/.exec(line)?.[0].length ?? 0;
    const end = lines.findIndex(
      (later, n) => n > at && /^\s*/.exec(later)?.[0].length === indent && /^\s*\}/.test(later),
    );
    return end > at + 1 ? [end - at - 1] : [];
  });
}

export function sizeReport(): { lines: string[]; faults: string[] } {
  const files = sourceFiles().filter(({ path }) => !isTest(path) && !path.startsWith('web/texts/'));
  const functions = files.flatMap(({ text }) => functionLengths(text)).sort((a, b) => a - b);
  const lengths = files.map(({ text }) => text.split('\n').length).sort((a, b) => a - b);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return {
    lines: [
      `functions: ${functions.length}, median ${quantile(functions, 0.5)}, p90 ${quantile(functions, 0.9)}, p99 ${quantile(functions, 0.99)}, longest ${functions.at(-1) ?? 0} lines`,
      `files: ${files.length}, ${total} lines, median ${quantile(lengths, 0.5)}, longest ${lengths.at(-1) ?? 0}`,
    ],
    faults: files
      .filter(({ text }) => text.split('\n').length > fileAtMost + 1)
      .map(
        ({ path, text }) =>
          `${path}: ${text.split('\n').length} lines, above ${fileAtMost}; split it by meaning.`,
      ),
  };
}
