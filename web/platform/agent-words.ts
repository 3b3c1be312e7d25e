// A browser and its system, as people call them, out of what browsers say of themselves. Pure.

const browsers: [RegExp, string][] = [
  [/YaBrowser/, 'Yandex'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS|Chromium/, 'Chrome'],
  [/Safari/, 'Safari'],
];

const systems: [RegExp, string][] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** «Firefox, Windows»; what is not known is shown as it is. */
export function agentWords(agent: string): string {
  const named = (known: [RegExp, string][]) => known.find(([form]) => form.test(agent))?.[1];
  return [named(browsers), named(systems)].filter(Boolean).join(', ') || agent;
}
