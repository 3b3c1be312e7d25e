// Saved views as tabs above a list: private or shared; a dot where the shown view is no longer the saved one.
import { Button, Checkbox, Menu, Popover, TextInput } from '@mantine/core';
import { IconBookmarkPlus, IconDots, IconShare } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { Parameters } from '../../../contract/kit/view-url.ts';
import type { SavedView } from '../../../contract/views.ts';
import { useDo } from '../../platform/deeds.tsx';
import type { ListView } from '../../platform/list-view.ts';
import { useAsk } from '../../platform/queries.ts';
import { useSay } from '../../platform/texts.tsx';
import styles from './views.module.css';

function sameParameters(a: Parameters, b: Parameters): boolean {
  const sorted = (parameters: Parameters) =>
    JSON.stringify(Object.entries(parameters).sort(([x], [y]) => x.localeCompare(y)));
  return sorted(a) === sorted(b);
}

type ViewTabsProps = {
  of: string;
  list: ListView /** What the list shows when no saved view is chosen. */;
  fallback: Parameters;
};

export function ViewTabs({ of, list, fallback }: ViewTabsProps) {
  const say = useSay();
  const [chosen, setChosen] = useState<number | null>(null);
  const { data } = useAsk('views.list', {});
  const saved = (data?.rows ?? []).filter((view) => view.of === of);
  const exact = saved.find((view) => sameParameters(view.parameters, list.parameters));
  const current = exact ?? saved.find(({ id }) => id === chosen);
  const show = (view: SavedView | null) => {
    setChosen(view?.id ?? null);
    list.show(view?.parameters ?? fallback);
  };
  return (
    <div className={styles.tabs}>
      <div className={styles.tabList} role="tablist" aria-label={say('view.saved')}>
        <button
          type="button"
          role="tab"
          aria-selected={!current}
          className={styles.tab}
          onClick={() => show(null)}
        >
          {say('view.everything')}
        </button>
        {saved.map((view) => (
          <button
            key={view.id}
            type="button"
            role="tab"
            aria-selected={current === view}
            className={styles.tab}
            title={view.shared ? say('view.shared') : undefined}
            onClick={() => show(view)}
          >
            {view.shared && <IconShare size={13} stroke={1.5} aria-hidden />}
            {view.name}
            {current === view && !exact && <span className={styles.dot} title={say('view.unsaved')} />}
          </button>
        ))}
      </div>
      {current && (
        <TabMenu
          view={current}
          parameters={list.parameters}
          changed={!exact}
          onGone={() => setChosen(null)}
        />
      )}
      {!exact && <SaveView of={of} parameters={list.parameters} onSaved={setChosen} />}
    </div>
  );
}

function SaveView({
  of,
  parameters,
  onSaved,
}: {
  of: string;
  parameters: Parameters;
  onSaved(id: number): void;
}) {
  const say = useSay();
  const act = useDo();
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const made = await act(
      'views.create',
      { of, name, shared, parameters },
      { text: say('view.created', { name }) },
    );
    if (!made) return;
    onSaved(made.id);
    setOpened(false);
    setName('');
  };
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus position="bottom-start">
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<IconBookmarkPlus size={16} stroke={1.5} />}
          onClick={() => setOpened(!opened)}
        >
          {say('view.save')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={say('view.save')}>
        <form className={styles.editor} onSubmit={save}>
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
      </Popover.Dropdown>
    </Popover>
  );
}

type TabMenuProps = { view: SavedView; parameters: Parameters; changed: boolean; onGone(): void };

function TabMenu({ view, parameters, changed, onGone }: TabMenuProps) {
  const say = useSay();
  const act = useDo();
  if (!view.can.change) return null;
  const change = (set: { parameters?: Parameters; shared?: boolean }) =>
    act(
      'views.change',
      { id: view.id, version: view.version, set },
      { text: say('view.changed', { name: view.name }) },
    );
  const remove = async () => {
    await act('views.delete', { id: view.id }, { text: say('view.deleted', { name: view.name }) });
    onGone();
  };
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          aria-label={say('view.menu', { name: view.name })}
        >
          <IconDots size={16} stroke={1.5} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {changed && <Menu.Item onClick={() => change({ parameters })}>{say('view.update')}</Menu.Item>}
        <Menu.Item onClick={() => change({ shared: !view.shared })}>
          {say(view.shared ? 'view.unshare' : 'view.shareIt')}
        </Menu.Item>
        <Menu.Item color="red" onClick={remove}>
          {say('view.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
