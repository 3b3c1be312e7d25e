// The link by which a person comes in: shown once, to be copied and sent by whoever invites.
import { Button, Modal, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { Person } from '../../../contract/people.ts';
import { useReturnedFocus } from '../../kit/use-returned-focus.ts';
import { useSay } from '../../platform/texts.tsx';
import styles from './people.module.css';

export type Invited = { person: Pick<Person, 'name' | 'email'>; token: string };

export function InvitationWindow({ person, token, onClose }: Invited & { onClose(): void }) {
  useReturnedFocus();
  const say = useSay();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const link = `${window.location.origin}/invitation/${token}`;
  const copy = async () => {
    field.current?.select();
    await putOnClipboard(link);
    setCopied(true);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={say('invitation.for', { name: person.name })}
      closeButtonProps={{ 'aria-label': say('kit.close') }}
    >
      <p className={styles.lead}>{say('invitation.how', { email: person.email ?? '' })}</p>
      <div className={styles.link}>
        <TextInput
          ref={field}
          aria-label={say('invitation.link')}
          value={link}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button
          data-autofocus
          leftSection={copied ? <IconCheck size={16} stroke={1.5} /> : <IconCopy size={16} stroke={1.5} />}
          onClick={copy}
        >
          {say(copied ? 'invitation.copied' : 'invitation.copy')}
        </Button>
      </div>
    </Modal>
  );
}

/** Browsers give the clipboard to secure addresses only; elsewhere the field that has just been marked is copied. */
async function putOnClipboard(text: string): Promise<void> {
  if (navigator.clipboard) await navigator.clipboard.writeText(text);
  else document.execCommand('copy');
}
