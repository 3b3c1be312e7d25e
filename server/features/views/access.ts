// Who may change a saved view: its owner; a shared one also who keeps the settings.
import { type Actor, may } from '../../platform/actor.ts';

export function mayChangeView(actor: Actor, view: { ownerId: number; shared: boolean }): boolean {
  return view.ownerId === actor.userId || (view.shared && may(actor, 'settings', 'change'));
}
