// A toast that offers to take something back for as long as its clock runs.
import { notifications } from '../kit/notes/notes.ts';
import { UndoToast, undoTime } from '../kit/states/undo-toast.tsx';

export type UndoNote = {
  id: string;
  text: string;
  undoLabel: string;
  onUndo(): void;
  more?: { label: string; onClick(): void } | undefined;
};

export function showUndoNote({ id, text, undoLabel, onUndo, more }: UndoNote): void {
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
        more={more}
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
