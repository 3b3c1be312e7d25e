// The sheet at the door: the mark, a title, a form.
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
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

type DoorFormProps = {
  /** By field; the first field that has one is gone to. */
  faults: Record<string, string>;
  onSubmit(event: FormEvent): void;
  children: ReactNode;
};

/** Typing begins at the field with `data-autofocus`, and again where something is to be corrected. */
export function DoorForm({ faults, onSubmit, children }: DoorFormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), []);
  useEffect(() => {
    if (Object.keys(faults).length > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [faults]);
  return (
    <form ref={form} noValidate onSubmit={onSubmit}>
      {children}
    </form>
  );
}
