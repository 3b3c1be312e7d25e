// The search over everything: clients and tasks by any column, forgiving; Ctrl+K comes here.
import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAddressBook, IconListCheck, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../platform/api.ts';
import { useCards } from '../platform/cards.ts';
import { useMay } from '../platform/session.tsx';
import { useSay } from '../platform/texts.tsx';

const pause = 150; // ms
const perKind = 7;

function useFound(text: string) {
  const clients = useMay('clients', 'view');
  const tasks = useMay('tasks', 'view');
  return useQuery({
    queryKey: ['search', text],
    enabled: text.trim().length > 1,
    queryFn: async ({ signal }) => {
      const [foundClients, foundTasks] = await Promise.all([
        clients ? ask('clients.find', { text }, signal) : { rows: [] },
        tasks ? ask('tasks.list', { q: text, limit: String(perKind), sort: '-id' }, signal) : { rows: [] },
      ]);
      return { clients: foundClients.rows.slice(0, perKind), tasks: foundTasks.rows };
    },
  });
}

export function SearchBox() {
  const say = useSay();
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text, pause);
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const { data, isFetching } = useFound(settled);
  const { open } = useCards();
  const pick = (value: string) => {
    const [kind, id] = value.split('.');
    open(kind === 'clients' ? 'clients' : 'tasks', Number(id));
    setText('');
    box.closeDropdown();
  };
  const nothing = data && data.clients.length === 0 && data.tasks.length === 0;
  return (
    <Combobox store={box} onOptionSubmit={pick} resetSelectionOnOptionHover>
      <Combobox.Target>
        <TextInput
          id="search-everything"
          className="search-everything"
          aria-label={say('shell.search')}
          placeholder={say('shell.search')}
          leftSection={isFetching ? <Loader size={14} /> : <IconSearch size={16} stroke={1.5} />}
          rightSection={<kbd>Ctrl K</kbd>}
          rightSectionWidth={58}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            box.openDropdown();
          }}
          onFocus={() => text && box.openDropdown()}
          onBlur={() => box.closeDropdown()}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            setText('');
            event.currentTarget.blur();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={settled.trim().length < 2 || !data}>
        <Combobox.Options mah={420} style={{ overflowY: 'auto' }}>
          {nothing && <Combobox.Empty>{say('kit.nothingFound')}</Combobox.Empty>}
          {data && data.clients.length > 0 && (
            <Combobox.Group label={say('place.clients')}>
              {data.clients.map(({ id, name, hint }) => (
                <Combobox.Option key={id} value={`clients.${id}`} className="found">
                  <IconAddressBook size={16} stroke={1.5} aria-hidden />
                  <span className="found-name">{name}</span>
                  <span className="found-hint">{hint}</span>
                </Combobox.Option>
              ))}
            </Combobox.Group>
          )}
          {data && data.tasks.length > 0 && (
            <Combobox.Group label={say('place.tasks')}>
              {data.tasks.map(({ id, description, clientName }) => (
                <Combobox.Option key={id} value={`tasks.${id}`} className="found">
                  <IconListCheck size={16} stroke={1.5} aria-hidden />
                  <span className="found-name">{description.split('\n')[0] || `№ ${id}`}</span>
                  <span className="found-hint">{clientName}</span>
                </Combobox.Option>
              ))}
            </Combobox.Group>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
