// A form of its own inside of a card or a page: what is written here is sent from here, and not with the card.
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { goToUnsettledIn } from './unsettled.ts';

type PartFormProps = {
  className?: string | undefined;
  /** Nothing is written: Ctrl+Enter is the card's. */
  idle: boolean;
  /** Not called while a field holds text that says nothing to it. */
  onSubmit(): void;
  children: ReactNode;
};

export function PartForm({ className, idle, onSubmit, children }: PartFormProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!goToUnsettledIn(event.currentTarget)) onSubmit();
  };
  return (
    <form
      className={className}
      data-idle={idle || undefined}
      noValidate
      onSubmit={submit}
      onKeyDown={sendOnKey}
    >
      {children}
    </form>
  );
}

/** A field takes over what was typed when it is left: it is left for a moment. */
function sendOnKey(event: KeyboardEvent<HTMLFormElement>) {
  const form = event.currentTarget;
  const field = event.target as HTMLElement;
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !form.contains(field)) return;
  flushSync(() => field.blur());
  const idle = form.dataset.idle !== undefined && !form.querySelector('[data-unsettled]');
  if (!idle) {
    event.preventDefault();
    form.requestSubmit();
  }
  if (field.isConnected && document.activeElement === document.body) field.focus({ preventScroll: true });
}
