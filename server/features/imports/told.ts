// What a run has made and changed, and whose it is: one event for each when it ends.
import type { Emit } from '../../platform/slice.ts';

export class Told {
  readonly made = new Set<number>();
  readonly changed = new Set<number>();
  readonly #owners = { made: new Set<number>(), changed: new Set<number>() };

  add(what: 'made' | 'changed', id: number, owners: (number | null | undefined)[]): void {
    this[what].add(id);
    for (const owner of owners) if (owner != null) this.#owners[what].add(owner);
  }

  emit(emit: Emit, noun: string): void {
    if (this.made.size > 0)
      emit({ name: `${noun}.created`, ids: [...this.made], owners: [...this.#owners.made] });
    if (this.changed.size > 0)
      emit({ name: `${noun}.changed`, ids: [...this.changed], owners: [...this.#owners.changed] });
  }
}
