// What a view is saved as: its name, and whether others see it.
import { Button, Checkbox, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSay } from '../../platform/texts.tsx';
import styles from './views.module.css';

type SaveFormProps = {
  mayShare: boolean;
  /** Answers why it was refused, in words; undefined: it was saved, or the refusal has been shown. */
  onSave(name: string, shared: boolean): Promise<string | undefined>;
};

export function SaveForm({ mayShare, onSave }: SaveFormProps) {
  const say = useSay();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const [fault, setFault] = useState<string>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFault(await onSave(name, shared));
  };
  return (
    <form className={styles.editor} onSubmit={submit}>
      <TextInput
        label={say('view.name')}
        value={name}
        error={fault}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setFault(undefined);
        }}
        required
        data-autofocus
        maxLength={100}
      />
      {mayShare && (
        <Checkbox
          label={say('view.shareIt')}
          checked={shared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
      )}
      <Button type="submit" size="compact-sm">
        {say('kit.save')}
      </Button>
    </form>
  );
}
