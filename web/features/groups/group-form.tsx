// The name of a group, new or known, typed in the editor: Enter saves, Esc leaves the form and not the window.
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useReturnedFocus } from '../../kit/use-returned-focus.ts';
import { useSay } from '../../platform/texts.tsx';
import styles from './groups.module.css';

type GroupFormProps = {
  label: string;
  first: string;
  submit: string;
  /** Answers the fault to show; undefined: it was saved. */
  onSubmit(name: string): Promise<string | undefined>;
  onClose(): void;
};

export function GroupForm({ label, first, submit, onSubmit, onClose }: GroupFormProps) {
  const say = useSay();
  const [name, setName] = useState(first);
  /** The name that one has seen; a colleague may give another one meanwhile. */
  const [seen, setSeen] = useState(first);
  const [fault, setFault] = useState<string>();
  useReturnedFocus();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (first !== seen && first !== name.trim()) {
      setSeen(first);
      return setFault(say('fault.meanwhile', { value: first }));
    }
    const found = await onSubmit(name.trim());
    setFault(found);
    if (found === undefined) setName('');
  };
  return (
    <form className={styles.form} onSubmit={save}>
      <TextInput
        className={styles.formName}
        label={label}
        value={name}
        error={fault}
        required
        withAsterisk={false}
        maxLength={200}
        autoFocus
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          onClose();
        }}
      />
      <Button type="submit">{submit}</Button>
      <Button variant="subtle" color="gray" onClick={onClose}>
        {say('kit.close')}
      </Button>
    </form>
  );
}
