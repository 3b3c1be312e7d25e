// A client that two people changed: its fields as the card says them.
import type { ClientInput } from '../../../contract/clients.ts';
import { ClashWindow } from '../../platform/clash-window.tsx';
import { type ClientField, fieldLabels } from './field-words.ts';
import type { ClashedField, ClientClash } from './use-save-client.ts';

type ClientClashWindowProps = {
  clash: ClientClash;
  shown(field: ClientField, from: ClientInput): string;
  /** The fields where the colleague's is kept. */
  onChoose(given: ClashedField[]): void;
  /** Closed, nothing chosen. */
  onDismiss(): void;
};

/** As they follow in the card. */
const inCard = Object.keys(fieldLabels);
const place = (field: string) => inCard.indexOf(field);

export function ClientClashWindow({ shown, clash, ...props }: ClientClashWindowProps) {
  const fields = clash.fields.toSorted((one, other) => place(one) - place(other));
  return (
    <ClashWindow
      {...props}
      clash={{ ...clash, fields }}
      labelOf={(field) => fieldLabels[field as ClientField]}
      shown={(field, from) => shown(field as ClientField, from)}
    />
  );
}
