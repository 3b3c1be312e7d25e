// The sheet at the door: the mark, a title, a form.
import type { ReactNode } from 'react';
import { Mark } from '../kit/mark.tsx';
import type { HelpTopic } from '../platform/help.ts';
import { HelpButton } from '../platform/help-button.tsx';

type DoorSheetProps = { title: string; lead?: string; help: HelpTopic; children: ReactNode };

export function DoorSheet({ title, lead, help, children }: DoorSheetProps) {
  return (
    <main className="door background" data-help={help}>
      <section className="door-sheet">
        <div className="door-head">
          <Mark size={40} />
          <HelpButton topic={help} />
        </div>
        <h1>{title}</h1>
        {lead && <p className="door-lead">{lead}</p>}
        {children}
      </section>
    </main>
  );
}
