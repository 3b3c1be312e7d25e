// What a view is saved as: its name, and whether others see it.
import { Button, Checkbox, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSay } from '../../platform/texts.tsx';
import styles from './views.module.css';

export function SaveForm({ onSave }: { onSave(name: string, shared: boolean): void }) {
  const say = useSay();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(name, shared);
  };
  return (
    <form className={styles.editor} onSubmit={submit}>
      <TextInput
        label={say('view.name')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        required
        data-autofocus
        maxLength={100}
      />
      <Checkbox
        label={say('view.shareIt')}
        checked={shared}
        onChange={(event) => setShared(event.currentTarget.checked)}
      />
      <Button type="submit" size="compact-sm">
        {say('kit.save')}
      </Button>
    </form>
  );
}
