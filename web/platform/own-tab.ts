// Whose this tab is. Unsaved words, deeds and toasts wait in it for their person, also over the end of a session; when somebody else signs in they go.
import { notifications } from '../kit/notes/notes.ts';
import { forgetDrafts } from './forget-drafts.ts';
import { forgetTabs } from './held-tab.ts';
import { undoStack } from './undo-stack.ts';

const storeKey = 'voronka.person';

/** Makes the tab this person's; true where it was another's, of whom nothing stays. */
export function ownTab(personId: number): boolean {
  const owner = String(personId);
  try {
    const before = sessionStorage.getItem(storeKey);
    if (before === owner) return false;
    sessionStorage.setItem(storeKey, owner);
    if (before === null) return false;
  } catch {
    return false; // a browser that keeps nothing
  }
  forgetDrafts();
  forgetTabs();
  undoStack.clear();
  notifications.clean();
  return true;
}
