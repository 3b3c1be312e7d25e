/** Every part of the kit in all its states. `?part=grid` opens one; scheme and density are switched here. */
import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { applyDensity, type Density, useDensity } from '../kit/density.ts';
import { Mark } from '../kit/mark.tsx';
import './kit-gallery.css';

/** Each part comes with its own code: a page shows one. */
const parts = {
  grid: lazy(async () => ({ default: (await import('./kit-gallery-grid.tsx')).GridGallery })),
  calendar: lazy(async () => ({ default: (await import('./kit-gallery-calendar.tsx')).CalendarGallery })),
  hours: lazy(async () => ({ default: (await import('./kit-gallery-hours.tsx')).HoursGallery })),
  month: lazy(async () => ({ default: (await import('./kit-gallery-hours.tsx')).MonthGallery })),
  tree: lazy(async () => ({ default: (await import('./kit-gallery-tree.tsx')).TreeGallery })),
  window: lazy(async () => ({ default: (await import('./kit-gallery-window.tsx')).WindowGallery })),
  fields: lazy(async () => ({ default: (await import('./kit-gallery-fields.tsx')).FieldsGallery })),
  states: lazy(async () => ({ default: (await import('./kit-gallery-states.tsx')).StatesGallery })),
};

type Part = keyof typeof parts;

export function KitGallery() {
  const [part, setPart] = useState<Part>(partInUrl);
  const density = useDensity();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const Shown = parts[part];
  return (
    <main className="gallery">
      <header className="gallery-bar">
        <h1>
          <Mark size={22} /> Воронка
        </h1>
        <SegmentedControl
          data={Object.keys(parts)}
          value={part}
          onChange={(value) => setPart(value as Part)}
        />
        <SegmentedControl
          data={['compact', 'normal', 'roomy']}
          value={density}
          onChange={(value) => applyDensity(value as Density)}
        />
        <SegmentedControl
          data={['auto', 'light', 'dark']}
          value={colorScheme}
          onChange={(value) => setColorScheme(value as 'auto')}
        />
      </header>
      <section className="gallery-part">
        <Suspense>
          <Shown />
        </Suspense>
      </section>
    </main>
  );
}

function partInUrl(): Part {
  const wanted = new URLSearchParams(location.search).get('part');
  return wanted !== null && wanted in parts ? (wanted as Part) : 'grid';
}
