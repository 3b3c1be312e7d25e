// The background of the screens. The browser remembers it for the door and the start, where nobody is known yet.

type Face = { background: string; splash: boolean };

const storeKey = 'voronka.face';
const first: Face = { background: 'none', splash: true };

/** Of who was last signed in in this browser. A photo is shown to its owner only, so not at the door. */
export function lastFace(): Face {
  try {
    const kept: Face = { ...first, ...JSON.parse(localStorage.getItem(storeKey) ?? '{}') };
    return String(kept.background).startsWith('photo.') ? { ...kept, background: 'none' } : kept;
  } catch {
    return first;
  }
}

export function rememberFace(face: Face): void {
  try {
    localStorage.setItem(storeKey, JSON.stringify(face));
  } catch {
    // A browser that keeps nothing has a plain door.
  }
}

/** Where the photo of a background `photo.<file>` is; undefined: it is no photo. */
export function photoAddress(background: string): string | undefined {
  const [kind, file] = background.split('.');
  return kind === 'photo' ? `/files/photo?v=${file}` : undefined;
}

export function applyBackground(background: string): void {
  const { dataset, style } = document.documentElement;
  const photo = photoAddress(background);
  if (background === 'none') delete dataset.background;
  else dataset.background = background;
  if (photo) style.setProperty('--background-image', `url("${photo}")`);
  else style.removeProperty('--background-image');
}
