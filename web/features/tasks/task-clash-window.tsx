// A task that two people changed: its fields as the card says them.
import type { TaskInput } from '../../../contract/tasks.ts';
import { ClashWindow } from '../../platform/clash-window.tsx';
import { useNamesOfClients } from '../../platform/client-names.ts';
import { useFormat } from '../../platform/format.ts';
import type { References } from '../../platform/references.ts';
import { remindText } from '../../platform/remind-select.tsx';
import { useRepeatWords } from '../../platform/repeat-words.ts';
import { useSay } from '../../platform/texts.tsx';
import type { TextId } from '../../texts/ids.ts';
import type { TaskClash, TaskField } from './task-clash.ts';

type TaskClashWindowProps = {
  clash: TaskClash;
  references: References;
  /** The fields where the colleague's is kept. */
  onChoose(given: TaskField[]): void;
  /** Closed, nothing chosen. */
  onDismiss(): void;
};

export function TaskClashWindow({ references, ...props }: TaskClashWindowProps) {
  const shown = useShown(props.clash, references);
  return <ClashWindow {...props} labelOf={(field) => `field.${field}` as TextId} shown={shown} />;
}

/** Says a field in the words of the card. */
function useShown({ mine, theirs }: TaskClash, references: References) {
  const say = useSay();
  const format = useFormat();
  const repeatWords = useRepeatWords();
  const ids = [mine.clientId, theirs.clientId].filter((id) => typeof id === 'number');
  const clientName = useNamesOfClients('clientId' in mine ? ids : []);
  return (field: TaskField, from: TaskInput): string => {
    const { at, deadline, minutes, remind, clientId } = from;
    switch (field) {
      case 'stateId':
      case 'typeId':
        return references.entryName(from[field] ?? null);
      case 'managerId':
        return references.personName(from.managerId ?? null);
      case 'clientId':
        return clientId ? clientName(clientId) : '';
      case 'at':
        return at ? format.moment(at, from.hasTime === true) : '';
      case 'deadline':
        return deadline ? format.moment(deadline) : '';
      case 'minutes':
        return minutes ? format.number(minutes) : '';
      case 'repeat':
        return repeatWords(from.repeat ?? null) || say('repeat.none');
      case 'remind':
        return remind === null || remind === undefined ? say('remind.usual') : remindText(say, remind);
      case 'tags':
        return (from.tags ?? []).join(', ');
      default:
        return String(from[field] ?? '');
    }
  };
}
