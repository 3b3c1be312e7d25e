// The way to a group through those above it.

type Group = { parentId: number | null; name: string };

/** Names from the root down; nothing where there is no such group. */
export function groupPath(groups: ReadonlyMap<number, Group>, id: number | null): string[] {
  const found = id === null ? undefined : groups.get(id);
  return found ? [...groupPath(groups, found.parentId), found.name] : [];
}
