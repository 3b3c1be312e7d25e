/** The grid over a hundred thousand made-up rows, with every feature on. */
import { Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { ColumnChooser } from '../kit/grid/column-chooser.tsx';
import { DataGrid } from '../kit/grid/data-grid.tsx';
import type { GridColumn, GridSelection, GridSort, SearchMode } from '../kit/grid/grid-types.ts';
import { emptyLayout } from '../kit/grid/layout.ts';
import { countSelected, nothingSelected } from '../kit/grid/selection.ts';
import { TextCellEditor } from '../kit/grid/text-cell-editor.tsx';
import { useBlocks } from '../kit/grid/use-blocks.ts';
import { EmptyState } from '../kit/states/empty-state.tsx';
import { chooserLabels, gridLabels } from './kit-gallery-labels.ts';
import { answerTasks, fieldText, type GalleryTask, renameTask, states } from './kit-gallery-rows.ts';

/** `?rows=2000000` shows a list taller than browsers can draw. */
const manyRows = Number(new URLSearchParams(location.search).get('rows'));

function fakeRows(offset: number, limit: number): GalleryTask[] {
  const { total, rows } = answerTasks({ sort: [], search: {}, mode: 'prefix' });
  return Array.from({ length: Math.min(limit, manyRows - offset) }, (_, at) => ({
    ...(rows((offset + at) % total, 1)[0] as GalleryTask),
    id: offset + at + 1,
  }));
}

const money = new Intl.NumberFormat('ru-RU');

const columnsWith = (onRename: (id: number, title: string) => void): GridColumn<GalleryTask>[] => [
  column('id', 'ID', 70, { align: 'end', searchable: false }),
  column('due', 'Когда', 148, { tooltip: (row) => row.moment }),
  column('state', 'Состояние', 116),
  column('title', 'Задача', 250, {
    editor: (cell) => (
      <TextCellEditor cell={cell} value={cell.row.title} onSave={(title) => onRename(cell.row.id, title)} />
    ),
  }),
  column('client', 'Клиент', 200),
  column('contact', 'Контакт', 150),
  column('phone', 'Телефон', 136),
  column('manager', 'Менеджер', 120),
  column('kind', 'Тип', 130),
  column('sum', 'Сумма, ₽', 100, { align: 'end', render: (row) => money.format(row.sum) }),
];

function column(
  id: string,
  title: string,
  width: number,
  rest: Partial<GridColumn<GalleryTask>> = {},
): GridColumn<GalleryTask> {
  const text = (row: GalleryTask) => fieldText(row, id);
  return { id, title, width, text, render: text, sortable: true, searchable: true, ...rest };
}

export function GridGallery() {
  const client = useQueryClient();
  const columns = useMemo(
    () =>
      columnsWith((id, title) => {
        renameTask(id, title);
        void client.invalidateQueries({ queryKey: ['gallery'] });
      }),
    [client],
  );
  const [layout, setLayout] = useState(emptyLayout);
  const [sort, setSort] = useState<GridSort[]>([]);
  const [search, setSearch] = useState<Record<string, string>>({});
  const [mode, setMode] = useState<SearchMode>('prefix');
  const [selection, setSelection] = useState<GridSelection>(nothingSelected);
  const [said, setSaid] = useState('');
  const question = { sort, search, mode };
  const answer = answerTasks(question);
  const total = manyRows || answer.total;
  const source = useBlocks({
    key: ['gallery', question],
    total,
    fetchBlock: async (offset, limit) => {
      await new Promise((done) => setTimeout(done, 40));
      return manyRows ? fakeRows(offset, limit) : answerTasks(question).rows(offset, limit);
    },
  });
  return (
    <>
      <DataGrid
        columns={columns}
        source={source}
        layout={layout}
        onLayoutChange={setLayout}
        labels={gridLabels}
        sort={sort}
        onSortChange={setSort}
        search={search}
        onSearchChange={setSearch}
        searchMode={mode}
        onSearchModeChange={setMode}
        selection={selection}
        onSelectionChange={setSelection}
        rowTint={rowTint}
        cellError={cellError}
        renderCompact={renderCompact}
        onOpen={(row) => setSaid(`открыта ${row.id}`)}
        onDelete={(row) => setSaid(`удалена ${row.id}`)}
        onRowMenu={(row) => setSaid(`меню ${row.id}`)}
        onCopied={(rows, selected) => setSaid(`скопировано ${rows} из ${selected}`)}
        empty={<EmptyState title="Ничего не нашлось" text="Уберите часть условий поиска." />}
      />
      <footer className="gallery-footer">
        <span data-testid="count">
          {money.format(total)} задач · выделено {money.format(countSelected(selection, total))}
        </span>
        <span data-testid="said">{said}</span>
        <ColumnChooser columns={columns} layout={layout} onLayoutChange={setLayout} labels={chooserLabels} />
      </footer>
    </>
  );
}

const rowTint = (row: GalleryTask) => states[row.state]?.tint;
const cellError = (row: GalleryTask, columnId: string) =>
  row.id === 5 && columnId === 'phone' ? 'В номере не хватает цифры' : undefined;

function renderCompact(row: GalleryTask) {
  return (
    <>
      <Text size="sm" fw={500} truncate>
        {row.title}
      </Text>
      <Text size="xs" c="dimmed" truncate>
        {row.due} · {row.client}
      </Text>
    </>
  );
}
