// The small window in which a task is closed: Ctrl+Enter sends it.
import { Modal, Textarea } from '@mantine/core';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { closedByEscape } from '../../kit/window/closed-by-escape.ts';
import { useWords } from '../../platform/texts.tsx';
import styles from './tasks.module.css';

const byKey = (event: KeyboardEvent<HTMLFormElement>) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.stopPropagation();
  event.currentTarget.requestSubmit();
};

type CloseModalProps = {
  title: string;
  onClose(): void;
  onSubmit(event: FormEvent): void;
  children: ReactNode;
};

export function CloseModal({ title, onClose, onSubmit, children }: CloseModalProps) {
  const { say } = useWords();
  return (
    <Modal
      opened
      {...closedByEscape(onClose)}
      title={title}
      closeButtonProps={{ 'aria-label': say('kit.close') }}
    >
      <form className={styles.closing} onSubmit={onSubmit} onKeyDown={byKey}>
        {children}
      </form>
    </Modal>
  );
}

type ReasonFieldProps = { value: string; onChange(reason: string): void; error: string | undefined };

export function ReasonField({ value, onChange, error }: ReasonFieldProps) {
  const { say } = useWords();
  return (
    <Textarea
      label={say('field.reason')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
      required
      autosize
      minRows={3}
      data-autofocus
    />
  );
}
