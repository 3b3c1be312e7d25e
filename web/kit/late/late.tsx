/**
 * Parts that the first screen does without: they are fetched once it stands, or when they are first drawn. One that is here is
 * drawn at once, in the same render, so that the focus is there before the next key.
 */
import { type ComponentType, Suspense, use } from 'react';
import { come } from './come.ts';

let isFirstOver = false;
const waiting = new Set<() => Promise<void>>();
/** Parts that did not come, and how each forgets that. */
const failed = new Set<() => void>();

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
  const forget = () => {
    coming = undefined;
  };
  const ask = async () => {
    try {
      here = await come(load);
      return here;
    } catch (error) {
      failed.add(forget);
      throw error;
    }
  };
  const bring = () => {
    coming ??= ask();
    return coming;
  };
  /** Where it fails, whoever draws the part asks again and says so. */
  const fetchQuietly = () => bring().then(() => undefined, forget);
  if (isFirstOver) void fetchQuietly();
  else waiting.add(fetchQuietly);
  return (props) => {
    const Here = here ?? use(bring());
    return <Here {...props} />;
  };
}

/** Parts that did not come are asked for anew when they are next drawn. */
export function forgetFailedParts(): void {
  for (const forget of failed) forget();
  failed.clear();
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
