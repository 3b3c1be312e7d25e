/** Picking one or several records of a directory by search; what is picked stands as chips. */
import { Combobox, Pill, PillsInput, useCombobox } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import { TintGlyph } from '../tint-glyph.tsx';
import styles from './fields.module.css';
import { unsettledMark } from './unsettled.ts';
import { type PickOption, type PickSearch, usePickOptions } from './use-pick-options.ts';

export interface PickLabels {
  nothingFound: string;
  loading: string;
  failed: string;
  /** Stands at the field when something was typed and nothing picked. */
  notPicked: string;
  remove(label: string): string;
}

export interface PickFieldProps {
  value: PickOption[];
  onChange(value: PickOption[]): void;
  /** Keep its identity between renders, or it will be asked again. */
  search: PickSearch;
  labels: PickLabels;
  label: string;
  /** Hides the label from the eye, not from a screen reader. */
  hideLabel?: boolean;
  placeholder?: string;
  error?: ReactNode;
  multiple?: boolean;
  disabled?: boolean;
  /** A window that opens begins here. */
  autofocus?: boolean;
  /** Stands inside of a popover: its list becomes a part of that, or a press on it would count as one outside. */
  /** It stands at the foot of the screen: what may be picked opens above it. */
  upward?: boolean;
  nested?: boolean;
}

export function PickField(props: PickFieldProps) {
  const { value, onChange, labels, multiple = false } = props;
  const [text, setText] = useState('');
  const [left, setLeft] = useState(false);
  const wrong = left && text.trim() !== '';
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const { options, isCurrent, failed } = usePickOptions(props.search, text, box.dropdownOpened);
  // What was typed has been answered: Enter picks the first of it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once an answer
  useEffect(() => {
    if (text.trim() && isCurrent && options?.length) box.selectFirstOption();
  }, [options]);
  const isPicked = (id: string) => value.some((one) => one.value === id);
  const pick = (id: string) => {
    const option = options?.find((one) => one.value === id);
    if (!option) return;
    setText('');
    if (!multiple) {
      onChange([option]);
      box.closeDropdown();
    } else onChange(isPicked(id) ? value.filter((one) => one.value !== id) : [...value, option]);
  };
  const removeLast = (event: KeyboardEvent) => {
    if (event.key === 'Backspace' && text === '' && value.length > 0) onChange(value.slice(0, -1));
    if (event.key !== 'Escape' || !(box.dropdownOpened || text)) return;
    event.stopPropagation();
    setText('');
  };
  return (
    <Combobox
      store={box}
      onOptionSubmit={pick}
      resetSelectionOnOptionHover
      withinPortal={!props.nested}
      position={props.upward ? 'top' : 'bottom'}
    >
      <Combobox.DropdownTarget>
        <PillsInput
          label={props.hideLabel ? undefined : props.label}
          error={(wrong && labels.notPicked) || props.error}
          disabled={props.disabled}
          onClick={() => box.openDropdown()}
        >
          <Pill.Group className={multiple ? undefined : styles.single}>
            {value.map((option) => (
              <Chip
                key={option.value}
                option={option}
                removeLabel={labels.remove(option.label)}
                onRemove={props.disabled ? undefined : () => onChange(value.filter((one) => one !== option))}
              />
            ))}
            <Combobox.EventsTarget>
              <PillsInput.Field
                aria-label={props.hideLabel ? props.label : undefined}
                placeholder={value.length === 0 ? props.placeholder : undefined}
                value={text}
                disabled={props.disabled}
                data-autofocus={props.autofocus || undefined}
                {...unsettledMark(wrong)}
                onFocus={() => box.openDropdown()}
                onBlur={() => {
                  setLeft(true);
                  box.closeDropdown();
                }}
                onKeyDown={removeLast}
                onChange={(event) => {
                  setText(event.currentTarget.value);
                  setLeft(false);
                  box.openDropdown();
                  box.resetSelectedOption();
                }}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown>
        <Combobox.Options mah={280} className={styles.options} aria-label={props.label}>
          {options?.map((option) => (
            <Option key={option.value} option={option} picked={isPicked(option.value)} />
          ))}
          {!options?.length && (
            <Combobox.Empty>{emptyText(labels, options !== undefined, failed)}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function emptyText(labels: PickLabels, answered: boolean, failed: boolean): string {
  if (failed) return labels.failed;
  return answered ? labels.nothingFound : labels.loading;
}

interface ChipProps {
  option: PickOption;
  removeLabel: string;
  onRemove: (() => void) | undefined;
}

function Chip({ option, removeLabel, onRemove }: ChipProps) {
  return (
    <Pill
      className={styles.chip}
      withRemoveButton={onRemove !== undefined}
      onRemove={onRemove}
      removeButtonProps={{ 'aria-label': removeLabel, 'aria-hidden': false }}
      data-tint={option.tint}
    >
      <TintGlyph tint={option.tint} />
      {option.label}
    </Pill>
  );
}

function Option({ option, picked }: { option: PickOption; picked: boolean }) {
  return (
    <Combobox.Option value={option.value} active={picked} className={styles.option}>
      <span
        className={styles.optionLine}
        style={{ paddingLeft: (option.depth ?? 0) * 14 }}
        data-group={option.isGroup}
      >
        <TintGlyph tint={option.tint} />
        <span className={styles.optionLabel}>{option.label}</span>
        {option.hint && <span className={styles.hint}>{option.hint}</span>}
        {picked && <IconCheck size={14} stroke={2} className={styles.picked} />}
      </span>
    </Combobox.Option>
  );
}
