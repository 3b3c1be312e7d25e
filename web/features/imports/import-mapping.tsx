// The second step: how the file is read, and what each column is; found by itself, corrected by the person.

import { Alert, Button, Checkbox, Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Commands } from '../../../contract/api.ts';
import {
  clientImportFields,
  type ImportField,
  importDelimiters,
  importEncodings,
  taskImportFields,
} from '../../../contract/import-fields.ts';
import type { ImportMapping, ImportOptions, ImportView } from '../../../contract/imports.ts';
import { numbered } from '../../../contract/text/numbered.ts';
import { call } from '../../platform/api.ts';
import type { References } from '../../platform/references.ts';
import { refusalText } from '../../platform/refusal-text.ts';
import { useWords } from '../../platform/texts.tsx';
import { ImportOptionsForm } from './import-options.tsx';
import styles from './imports.module.css';

type StepProps = { view: ImportView; references: References; onChanged(): void };

const shownRows = 8;

export function ImportMappingStep({ view, references, onChanged }: StepProps) {
  const words = useWords();
  const { say } = words;
  const [mapping, setMapping] = useState<ImportMapping>(view.mapping ?? view.suggested);
  const [refused, setRefused] = useState<string>();
  const [options, setOptions] = useState<Partial<ImportOptions>>(view.options ?? {});
  const [busy, setBusy] = useState(false);
  const complain = (error: unknown) => setRefused(refusalText(words, error));
  const plan = async () => {
    setBusy(true);
    setRefused(undefined);
    await call('imports.plan', { id: view.id, mapping, options }).then(onChanged, complain);
    setBusy(false);
  };
  const changeMapping = (next: ImportMapping) => {
    setMapping(next);
    setRefused(undefined);
  };
  const inspect = async (change: Omit<Commands['imports.inspect']['input'], 'id'>) => {
    setBusy(true);
    setRefused(undefined);
    const { row } = await call('imports.inspect', { id: view.id, ...change }).catch((error) => {
      complain(error);
      return { row: null };
    });
    if (row) setMapping(row.suggested);
    onChanged();
    setBusy(false);
  };
  return (
    <section className={styles.step}>
      <p className={styles.lead}>
        {say('import.mappingLead', { rows: view.file.rows, columns: view.file.header.length })}
      </p>
      {!!view.file.skipped && (
        <p className={styles.small}>{say('import.titlesAbove', { rows: view.file.skipped })}</p>
      )}
      <FileReading view={view} onInspect={inspect} />
      {refused && (
        <Alert color="red" variant="light" role="alert">
          {refused}
        </Alert>
      )}
      <MappingTable view={view} mapping={mapping} onChange={changeMapping} />
      <ImportOptionsForm kind={view.kind} options={options} onChange={setOptions} references={references} />
      <div className={styles.actions}>
        <Button loading={busy} onClick={plan}>
          {say('import.check')}
        </Button>
      </div>
    </section>
  );
}

/** As editors and spreadsheets name them, in every language. */
const encodingNames: Record<(typeof importEncodings)[number], string> = {
  'utf-8': 'UTF-8',
  'windows-1251': 'Windows-1251',
  'koi8-r': 'KOI8-R',
  cp866: 'CP866 (DOS)',
  'iso-8859-5': 'ISO 8859-5',
  maccyrillic: 'Mac Cyrillic',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252',
  'windows-1250': 'Windows-1250',
  'windows-1254': 'Windows-1254',
  'koi8-u': 'KOI8-U',
};

function FileReading({
  view,
  onInspect,
}: {
  view: ImportView;
  onInspect(change: Omit<Commands['imports.inspect']['input'], 'id'>): void;
}) {
  const { say } = useWords();
  const { file } = view;
  const delimiters = importDelimiters.map((value) => ({
    value,
    label: say(
      `import.delimiter.${value === '\t' ? 'tab' : value === ',' ? 'comma' : value === ';' ? 'semicolon' : 'bar'}`,
    ),
  }));
  return (
    <div className={styles.reading}>
      {file.encoding !== null && (
        <Select
          label={say('import.encoding')}
          data={importEncodings.map((value) => ({ value, label: encodingNames[value] }))}
          value={file.encoding}
          allowDeselect={false}
          onChange={(encoding) =>
            encoding && onInspect({ encoding: encoding as (typeof importEncodings)[number] })
          }
        />
      )}
      {file.delimiter !== null && (
        <Select
          label={say('import.delimiter')}
          data={delimiters}
          value={file.delimiter}
          allowDeselect={false}
          onChange={(delimiter) =>
            delimiter && onInspect({ delimiter: delimiter as (typeof importDelimiters)[number] })
          }
        />
      )}
      {file.sheets && file.sheets.length > 1 && (
        <Select
          label={say('import.sheet')}
          data={file.sheets.map(({ name, rows }) => ({
            value: name,
            label: say('import.sheetRows', { name, rows }),
          }))}
          value={file.sheet}
          allowDeselect={false}
          onChange={(sheet) => sheet && onInspect({ sheet })}
        />
      )}
      <Checkbox
        label={say('import.headless')}
        checked={file.headless}
        onChange={(event) => onInspect({ headless: event.currentTarget.checked })}
      />
    </div>
  );
}

type MappingTableProps = { view: ImportView; mapping: ImportMapping; onChange(mapping: ImportMapping): void };

/** The first rows as they are in the file, a choice of field above each column. */
function MappingTable({ view, mapping, onChange }: MappingTableProps) {
  const { say, locale } = useWords();
  const fields = useMemo(() => {
    const known: readonly ImportField[] = view.kind === 'clients' ? clientImportFields : taskImportFields;
    return [
      { value: '', label: say('import.leaveOut') },
      ...known.map((value) => ({ value, label: say(`import.field.${value}`) })),
    ];
  }, [view.kind, say]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <section className={styles.tableFrame} tabIndex={0} aria-label={say('import.columns')}>
      <table className={styles.table}>
        <thead>
          <tr>
            {view.file.header.map((header, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns are known by their place
              <th key={at} data-left-out={mapping[at] === null || undefined}>
                <span className={styles.header} title={header}>
                  {header || numbered(at + 1, locale)}
                </span>
                <Select
                  size="xs"
                  searchable
                  aria-label={say('import.columnIs', { name: header || numbered(at + 1, locale) })}
                  data={fields}
                  value={mapping[at] ?? ''}
                  allowDeselect={false}
                  comboboxProps={{ width: 240, position: 'bottom-start' }}
                  onChange={(value) =>
                    onChange(
                      mapping.map((each, n) => (n === at ? ((value || null) as ImportField | null) : each)),
                    )
                  }
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.file.sample.slice(0, shownRows).map((row, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file are known by their place
            <tr key={n}>
              {view.file.header.map((_, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns are known by their place
                <td key={at} title={row[at]}>
                  {row[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
