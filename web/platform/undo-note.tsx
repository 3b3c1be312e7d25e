// A toast that offers to take something back for as long as its clock runs.
import { notifications } from '../kit/notes/notes.ts';
import { UndoToast, undoTime } from '../kit/states/undo-toast.tsx';

type UndoNote = { id: string; text: string; undoLabel: string; onUndo(): void };

export function showUndoNote({ id, text, undoLabel, onUndo }: UndoNote): void {
  notifications.show({
    id,
    autoClose: false,
    withCloseButton: false,
    withBorder: false,
    classNames: { root: 'undo-note', body: 'undo-note-body' },
    message: (
      <UndoToast
        text={text}
        undoLabel={undoLabel}
        milliseconds={undoTime}
        onUndo={() => {
          notifications.hide(id);
          onUndo();
        }}
        onExpire={() => notifications.hide(id)}
      />
    ),
  });
}
