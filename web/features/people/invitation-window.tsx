// The link by which a person comes in: shown once, to be copied and sent by whoever invites.
import { Modal } from '@mantine/core';
import type { Person } from '../../../contract/people.ts';
import { useReturnedFocus } from '../../kit/use-returned-focus.ts';
import { CopyLink } from '../../platform/copy-link.tsx';
import { useSay } from '../../platform/texts.tsx';
import styles from './people.module.css';

export type Invited = { person: Pick<Person, 'name' | 'email'>; token: string };

export function InvitationWindow({ person, token, onClose }: Invited & { onClose(): void }) {
  useReturnedFocus();
  const say = useSay();
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={say('invitation.for', { name: person.name })}
      closeButtonProps={{ 'aria-label': say('kit.close') }}
    >
      <p className={styles.lead}>{say('invitation.how', { email: person.email ?? '' })}</p>
      <CopyLink
        link={`${window.location.origin}/invitation/${token}`}
        label={say('invitation.link')}
        autoFocus
      />
    </Modal>
  );
}
