// The first step: what is brought in, and the file; earlier imports beneath.
import { ActionIcon, Alert, Button, Progress, SegmentedControl } from '@mantine/core';
import { IconFileSpreadsheet, IconUpload, IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import type { ImportKind, ImportSummary } from '../../../contract/imports.ts';
import { tip } from '../../kit/tip.ts';
import { call, upload } from '../../platform/api.ts';
import { useComplain } from '../../platform/deeds.tsx';
import { useFormat } from '../../platform/format.ts';
import { useAsk } from '../../platform/queries.ts';
import { refusalText } from '../../platform/refusal-text.ts';
import { useSay, useWords } from '../../platform/texts.tsx';
import styles from './imports.module.css';

type ImportStartProps = { kinds: ImportKind[]; onMade(id: number): void };

export function ImportStart({ kinds, onMade }: ImportStartProps) {
  const say = useSay();
  const [kind, setKind] = useState<ImportKind>(kinds[0] ?? 'clients');
  const { sent, refused, send, stop } = useUpload(kind, onMade);
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) send(file);
  };
  return (
    <section className={styles.start}>
      <SegmentedControl
        value={kind}
        onChange={(value) => setKind(value as ImportKind)}
        data={kinds.map((value) => ({ value, label: say(`place.${value}`) }))}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping a file has the button beside it for the keyboard */}
      <div
        className={styles.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <IconFileSpreadsheet size={36} stroke={1.25} aria-hidden />
        <p>{say('import.drop')}</p>
        {sent === null ? (
          <Button leftSection={<IconUpload size={16} stroke={1.5} />} onClick={() => input.current?.click()}>
            {say('import.choose')}
          </Button>
        ) : (
          <div className={styles.sending}>
            <Progress value={sent * 100} aria-label={say('import.sending')} />
            <Button size="compact-sm" variant="subtle" onClick={stop}>
              {say('import.stop')}
            </Button>
          </div>
        )}
        <input
          ref={input}
          type="file"
          accept=".csv,.txt,.tsv,.xlsx"
          hidden
          aria-label={say('import.choose')}
          onChange={({ currentTarget }) => {
            if (currentTarget.files?.[0]) send(currentTarget.files[0]);
            currentTarget.value = '';
          }}
        />
        {refused && (
          <Alert color="red" variant="light" role="alert">
            {refused}
          </Alert>
        )}
        <p className={styles.small}>{say('import.formats')}</p>
      </div>
      <EarlierImports />
    </section>
  );
}

/** Sends the file, then has it looked at; `sent` is the part that has gone, null while nothing is under way; `refused` says why not. */
function useUpload(kind: ImportKind, onMade: (id: number) => void) {
  const words = useWords();
  const [sent, setSent] = useState<number | null>(null);
  const [refused, setRefused] = useState<string>();
  const running = useRef<AbortController>(undefined);
  const isHere = useRef(false);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const send = async (file: File) => {
    running.current = new AbortController();
    setSent(0);
    setRefused(undefined);
    try {
      const kept = await upload(file, setSent, running.current.signal);
      const made = await call('imports.create', { fileId: kept.id, kind });
      // Whoever has gone elsewhere meanwhile finds it among the earlier ones.
      if (isHere.current) onMade(made.id);
    } catch (error) {
      if (!(error instanceof DOMException)) setRefused(refusalText(words, error));
    } finally {
      setSent(null);
    }
  };
  return { sent, refused, send, stop: () => running.current?.abort() };
}

function EarlierImports() {
  const say = useSay();
  const format = useFormat();
  const complain = useComplain();
  const client = useQueryClient();
  const discard = (id: number) =>
    call('imports.discard', { id })
      .catch(complain)
      .then(() => client.invalidateQueries({ queryKey: ['imports'] }));
  const { data } = useAsk('imports.list', { limit: 20 });
  if (!data || data.rows.length === 0) return null;
  return (
    <div className={styles.earlier}>
      <h2>{say('import.earlier')}</h2>
      <ul>
        {data.rows.map((row) => (
          <li key={row.id}>
            <Link to="/import" search={{ id: String(row.id) }}>
              {row.fileName}
            </Link>
            <span>{stateText(row, say)}</span>
            <time dateTime={row.createdAt} title={format.exact(row.createdAt)}>
              {format.moment(row.createdAt)}
            </time>
            {row.can.discard && (
              <ActionIcon
                {...tip(say('import.discard'))}
                size={24}
                aria-label={say('import.discardNamed', { name: row.fileName })}
                onClick={() => discard(row.id)}
              >
                <IconX size={14} stroke={1.75} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function stateText({ status, undone, counts }: ImportSummary, say: ReturnType<typeof useSay>): string {
  if (undone) return say('import.status.undone');
  if (status === 'done' && counts)
    return say('import.doneShort', { made: counts.made, changed: counts.changed });
  return say(`import.status.${status}`);
}
