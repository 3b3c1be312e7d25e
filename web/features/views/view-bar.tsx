// The view, in chips: the interval, each condition, what is added next; and what in the address was not understood.
import { Button } from '@mantine/core';
import { IconFilter, IconFilterOff, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Condition, View } from '../../../contract/kit/view.ts';
import { MenuButton } from '../../kit/late/menu-button.tsx';
import { AddressFaults } from '../../platform/address-faults.tsx';
import type { ListView } from '../../platform/list-view.ts';
import { PhoneSearch } from '../../platform/phone-search.tsx';
import { fieldName } from '../../platform/refusal-text.ts';
import { useSay, useWords } from '../../platform/texts.tsx';
import { FilterChip } from './filter-chip.tsx';
import { type FilterField, fieldOf, unknownValues } from './filter-fields.ts';
import { IntervalChip } from './interval-chip.tsx';
import styles from './views.module.css';

type ViewBarProps = {
  list: ListView;
  fields: FilterField[];
  /** `days`: only such as have days, for a calendar. */
  withInterval: boolean | 'days';
  /** On a phone, a field that searches the whole list. */
  withSearch?: boolean;
  /** Where no column shows what is looked for in it. */
  withSearches?: boolean;
  /** Fields whose conditions belong to the place and stay when the filter is cleared. */
  fixed?: string[];
  /** What belongs to the list as a whole, at the right: columns, print, add. */
  actions: ReactNode;
};

export function ViewBar({
  list,
  fields,
  withInterval,
  withSearch = false,
  withSearches = false,
  fixed = [],
  actions,
}: ViewBarProps) {
  const words = useWords();
  const { say } = words;
  const [added, setAdded] = useState<string | null>(null);
  const { where } = list.view;
  const setCondition = (field: string, condition: Condition | null) => {
    const at = where.findIndex((each) => each.field === field);
    const next = where.filter((each) => each.field !== field);
    if (condition) next.splice(at < 0 ? next.length : at, 0, condition);
    if (condition) list.change({ where: next });
    else list.drop({ where: next });
  };
  const isFixed = ({ field }: Condition) => fixed.includes(field);
  const conditions = where.filter((each) => !isFixed(each));
  const asked = fields.filter(({ field }) => field === added || where.some((each) => each.field === field));
  const free = fields.filter((field) => !asked.includes(field));
  const unasked = conditions.filter(({ field }) => !asked.some((each) => each.field === field));
  const shown = [...asked, ...unasked.map((condition) => fieldOf(condition, fields, words))];
  const narrowed = conditions.length > 0 || Object.keys(list.view.search).length > 0 || list.view.text !== '';
  return (
    <>
      {withSearch && (
        <div className={styles.phoneSearch}>
          <PhoneSearch list={list} />
        </div>
      )}
      <div className={styles.bar} role="toolbar" aria-label={say('view.filter')}>
        {withInterval && (
          <IntervalChip
            interval={list.view.interval}
            ofDays={withInterval === 'days'}
            onChange={(interval) => list.change({ interval })}
          />
        )}
        {shown.map((field) => (
          <FilterChip
            key={field.field}
            field={field}
            condition={where.find((each) => each.field === field.field)}
            initiallyOpen={field.field === added}
            onClose={() => setAdded(null)}
            onChange={(condition) => {
              if (condition === null) setAdded(null);
              setCondition(field.field, condition);
            }}
          />
        ))}
        {withSearches && <SearchChips list={list} />}
        <AddFilter fields={free} onAdd={setAdded} />
        {narrowed && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-label={say('view.clear')}
            className={styles.clear}
            data-terse
            leftSection={<IconFilterOff size={16} stroke={1.5} />}
            onClick={() => list.drop({ where: where.filter(isFixed), search: {}, text: '' })}
          >
            {say('view.clear')}
          </Button>
        )}
        <span className={styles.actions}>{actions}</span>
      </div>
      <AddressFaults faults={[...list.faults, ...unknownValues(where, fields)]} />
    </>
  );
}

/** What the list is searched for, in a column and in all of them. */
function SearchChips({ list }: { list: ListView }) {
  const words = useWords();
  const { search, searchMode, text } = list.view;
  const chip = (field: string, title: string, sought: string, left: Partial<View>) => (
    <FilterChip
      key={field}
      field={{ field, title, by: 'given' }}
      condition={{
        field,
        op: field !== 'q' && searchMode === 'prefix' ? 'starts' : 'contains',
        text: sought,
      }}
      onChange={() => list.drop(left)}
    />
  );
  return (
    <>
      {Object.entries(search).map(([field, sought]) => {
        const { [field]: _, ...others } = search;
        return chip(field, fieldName(words, `s.${field}`), sought, { search: others });
      })}
      {text !== '' && chip('q', fieldName(words, 'q'), text, { text: '' })}
    </>
  );
}

function AddFilter({ fields, onAdd }: { fields: FilterField[]; onAdd(field: string): void }) {
  const say = useSay();
  if (fields.length === 0) return null;
  return (
    <MenuButton
      position="bottom-start"
      target={
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={say('view.addFilter')}
          data-terse
          leftSection={<IconFilter size={16} stroke={1.5} />}
          rightSection={<IconPlus size={14} stroke={1.5} />}
        >
          {say('view.addFilter')}
        </Button>
      }
      entries={fields.map(({ field, title }) => ({ text: title, onClick: () => onAdd(field) }))}
    />
  );
}
