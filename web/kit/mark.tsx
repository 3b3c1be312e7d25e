/**
 * Voronka's mark: three strokes of a funnel that read as a crow's head. The upper stroke is the crown, the eye and
 * the beak, the middle one the throat, the lower one the neck. One colour: the text's own.
 */
export function Mark({ size = 24, title }: { size?: number; title?: string }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      fill="currentColor"
      fillRule="evenodd"
      role={title ? 'img' : undefined}
      aria-hidden={title ? undefined : true}
      aria-label={title}
    >
      {strokes.map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}

/** Kept equal to public/favicon.svg. */
export const strokes = [
  'M1.5 12 C2.2 6.4 7 2.5 13.2 2.5 C18.6 2.5 22.2 4.6 24 7.4 C26.8 7.8 29.8 9.4 31.5 12 Z M18.1 5.9 a1.75 1.75 0 1 0 .01 0 Z',
  'M3.6 14.5 H24.6 L20.2 20.5 H8 Z',
  'M9.9 23 H18.4 L16.4 29.5 H11.9 Z',
];
