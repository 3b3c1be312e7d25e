/** Keys of the grid. Letters go by their physical place, so the Russian layout works. Pure. */

export type GridCommand =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'pageUp'
  | 'pageDown'
  | 'rowStart'
  | 'rowEnd'
  | 'first'
  | 'last'
  | 'open'
  | 'edit'
  | 'delete'
  | 'toggle'
  | 'selectAll'
  | 'clear'
  | 'menu'
  | 'columnLeft'
  | 'columnRight';

export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const named: Record<string, GridCommand> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
  Home: 'rowStart',
  End: 'rowEnd',
  Enter: 'open',
  F2: 'edit',
  Delete: 'delete',
  ' ': 'toggle',
  Escape: 'clear',
  ContextMenu: 'menu',
};

const withControl: Record<string, GridCommand> = { Home: 'first', End: 'last', KeyA: 'selectAll' };
const withAlt: Record<string, GridCommand> = {
  ArrowLeft: 'columnLeft',
  ArrowRight: 'columnRight',
  ArrowDown: 'menu',
};
const letters: Record<string, GridCommand> = { KeyX: 'toggle', KeyJ: 'down', KeyK: 'up' };

/** What a key press asks for. A letter never writes over a cell: letters are shortcuts wherever one is, F2 edits. */
export function commandOf(press: KeyPress): GridCommand | undefined {
  if (press.altKey) return withAlt[press.key];
  if (press.ctrlKey || press.metaKey) return withControl[press.code];
  if (press.shiftKey && press.key === 'F10') return 'menu';
  const command = named[press.key];
  if (command) return command;
  return letters[press.code];
}
