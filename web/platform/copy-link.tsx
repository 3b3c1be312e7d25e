// A link to be copied and taken elsewhere: the field marks it, the button copies it.
import { Button, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import styles from './copy-link.module.css';
import { useSay } from './texts.tsx';

type CopyLinkProps = { link: string; label: string; autoFocus?: boolean };

export function CopyLink({ link, label, autoFocus = false }: CopyLinkProps) {
  const say = useSay();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    field.current?.select();
    await putOnClipboard(link);
    setCopied(true);
  };
  return (
    <div className={styles.link}>
      <TextInput
        ref={field}
        aria-label={label}
        value={link}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button
        data-autofocus={autoFocus || undefined}
        leftSection={copied ? <IconCheck size={16} stroke={1.5} /> : <IconCopy size={16} stroke={1.5} />}
        onClick={copy}
      >
        {say(copied ? 'kit.copied' : 'kit.copy')}
      </Button>
    </div>
  );
}

/** Browsers give the clipboard to secure addresses only; elsewhere the field that has just been marked is copied. */
async function putOnClipboard(text: string): Promise<void> {
  if (navigator.clipboard) await navigator.clipboard.writeText(text);
  else document.execCommand('copy');
}
