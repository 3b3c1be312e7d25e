/** A link in a cell. Tab leaves the rows in one step: their links are for the pointer. */
import type { ReactNode } from 'react';

export function CellLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} tabIndex={-1}>
      {children}
    </a>
  );
}
