/** Every part of the kit in all its states. `?part=grid` opens one; scheme and density are switched here. */
import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useState } from 'react';
import { applyDensity, type Density, useDensity } from '../kit/density.ts';
import { Mark } from '../kit/mark.tsx';
import './kit-gallery.css';
import { CalendarGallery } from './kit-gallery-calendar.tsx';
import { FieldsGallery } from './kit-gallery-fields.tsx';
import { GridGallery } from './kit-gallery-grid.tsx';
import { HoursGallery, MonthGallery } from './kit-gallery-hours.tsx';
import { StatesGallery } from './kit-gallery-states.tsx';
import { TreeGallery } from './kit-gallery-tree.tsx';
import { WindowGallery } from './kit-gallery-window.tsx';

const parts = {
  grid: GridGallery,
  calendar: CalendarGallery,
  hours: HoursGallery,
  month: MonthGallery,
  tree: TreeGallery,
  window: WindowGallery,
  fields: FieldsGallery,
  states: StatesGallery,
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
        <Shown />
      </section>
    </main>
  );
}

function partInUrl(): Part {
  const wanted = new URLSearchParams(location.search).get('part');
  return wanted !== null && wanted in parts ? (wanted as Part) : 'grid';
}
