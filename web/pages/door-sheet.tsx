// The sheet at the door: the mark, a title, a form.
import type { ReactNode } from 'react';
import { Mark } from '../kit/mark.tsx';

export function DoorSheet({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <main className="door background">
      <section className="door-sheet">
        <Mark size={40} />
        <h1>{title}</h1>
        {lead && <p className="door-lead">{lead}</p>}
        {children}
      </section>
    </main>
  );
}
