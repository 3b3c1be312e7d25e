// Lists inside of a card: as many lines as there are, and one more to type into.
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { canBePhone } from '../../../contract/text/phone-digits.ts';
import { useSay } from '../../platform/texts.tsx';
import type { Entry } from './client-form.ts';
import styles from './clients.module.css';

type EntryLinesProps = {
  label: string;
  noteLabel: string;
  addLabel: string;
  type: 'tel' | 'email';
  lines: Entry[];
  onChange(lines: Entry[]): void;
  faults: Record<string, string>;
  path: string;
  /** Values that the server, which knows more, found to be none. */
  doubtful?: string[];
  disabled: boolean;
};

/** What no letter could be sent to, and what nobody could call, is shown as doubtful, and kept. */
const couldBe = {
  email: (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(text.trim()),
  tel: canBePhone,
};

const emptyLine: Entry = { value: '', note: '' };

/** Phones and e-mails, each with a note of whose it is. */
export function EntryLines({
  label,
  noteLabel,
  addLabel,
  type,
  lines,
  onChange,
  faults,
  path,
  doubtful = [],
  disabled,
}: EntryLinesProps) {
  const say = useSay();
  const doubtOf = ({ value }: Entry) => {
    const isDoubted = value.trim() !== '' && (doubtful.includes(value) || !couldBe[type](value));
    return isDoubted ? <span className={styles.doubt}>{say(`doubt.${type}`)}</span> : undefined;
  };
  const shown = lines.length > 0 ? lines : [emptyLine];
  const change = (at: number, part: Partial<Entry>) =>
    onChange(shown.map((line, n) => (n === at ? { ...line, ...part } : line)));
  return (
    <fieldset className={styles.lines}>
      <legend>{label}</legend>
      {shown.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name than their place
        <div key={at} className={styles.line}>
          <TextInput
            type={type}
            aria-label={`${label} ${at + 1}`}
            value={line.value}
            error={faults[`${path}.${at}.value`]}
            title={line.value || undefined}
            description={doubtOf(line)}
            inputWrapperOrder={['input', 'description', 'error']}
            disabled={disabled}
            onChange={(event) => change(at, { value: event.currentTarget.value })}
          />
          <TextInput
            aria-label={`${noteLabel} ${at + 1}`}
            placeholder={noteLabel}
            value={line.note}
            disabled={disabled}
            onChange={(event) => change(at, { note: event.currentTarget.value })}
          />
          <RemoveLine
            what={line.value || label}
            disabled={disabled}
            onRemove={() => onChange(shown.filter((_, n) => n !== at))}
          />
        </div>
      ))}
      <AddLine label={addLabel} disabled={disabled} onAdd={() => onChange([...shown, emptyLine])} />
    </fieldset>
  );
}

type TextLinesProps = {
  label: string;
  addLabel: string;
  lines: string[];
  onChange(lines: string[]): void;
  disabled: boolean;
};

export function TextLines({ label, addLabel, lines, onChange, disabled }: TextLinesProps) {
  const shown = lines.length > 0 ? lines : [''];
  return (
    <fieldset className={styles.lines}>
      <legend>{label}</legend>
      {shown.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name than their place
        <div key={at} className={styles.line}>
          <TextInput
            aria-label={`${label} ${at + 1}`}
            value={line}
            disabled={disabled}
            onChange={(event) =>
              onChange(shown.map((each, n) => (n === at ? event.currentTarget.value : each)))
            }
          />
          <RemoveLine
            what={line || label}
            disabled={disabled}
            onRemove={() => onChange(shown.filter((_, n) => n !== at))}
          />
        </div>
      ))}
      <AddLine label={addLabel} disabled={disabled} onAdd={() => onChange([...shown, ''])} />
    </fieldset>
  );
}

function RemoveLine({ what, disabled, onRemove }: { what: string; disabled: boolean; onRemove(): void }) {
  const say = useSay();
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={say('kit.remove', { label: what })}
      disabled={disabled}
      onClick={onRemove}
    >
      <IconX size={16} stroke={1.5} />
    </ActionIcon>
  );
}

function AddLine({ label, disabled, onAdd }: { label: string; disabled: boolean; onAdd(): void }) {
  return (
    <Button
      variant="subtle"
      size="compact-xs"
      leftSection={<IconPlus size={14} stroke={1.5} />}
      disabled={disabled}
      onClick={onAdd}
    >
      {label}
    </Button>
  );
}
