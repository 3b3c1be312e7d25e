/**
 * Parts that the first screen does without: they are fetched once it stands, or when they are first drawn. One that is here is
 * drawn at once, in the same render, so that the focus is there before the next key.
 */
import { type ComponentType, Suspense, use } from 'react';

let isFirstOver = false;
const waiting = new Set<() => Promise<void>>();

/** The part that `load` brings. Nothing stands in its place until it is here. */
export function late<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Part = lateWithin(load);
  return (props) => (
    <Suspense fallback={null}>
      <Part {...props} />
    </Suspense>
  );
}

/** The same inside of a late box: box and part open together, so that the focus finds its field. */
export function lateWithin<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let here: ComponentType<Props> | undefined;
  let coming: Promise<ComponentType<Props>> | undefined;
  const bring = () => {
    coming ??= load().then((part) => {
      here = part;
      return part;
    });
    return coming;
  };
  /** Where it fails, whoever draws the part asks again and says so. */
  const fetchQuietly = () =>
    bring().then(
      () => undefined,
      () => {
        coming = undefined;
      },
    );
  if (isFirstOver) void fetchQuietly();
  else waiting.add(fetchQuietly);
  return (props) => {
    const Here = here ?? use(bring());
    return <Here {...props} />;
  };
}

/** Somebody does something: everything late may be wanted by the next key. */
export function fetchLateParts(): void {
  isFirstOver = true;
  for (const fetchQuietly of waiting) void fetchQuietly();
  waiting.clear();
}

/** The first screen stands and nobody does anything: one part after another, each when the browser has nothing else to do. */
export async function fetchLatePartsQuietly(): Promise<void> {
  for (const fetchQuietly of waiting) {
    await idle();
    waiting.delete(fetchQuietly);
    await fetchQuietly();
  }
  isFirstOver = true;
}

const idle = () =>
  new Promise<void>((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: 500 });
    else setTimeout(resolve, 20);
  });
