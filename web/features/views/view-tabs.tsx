// Saved views as tabs above a list: private or shared; a dot where the shown view is no longer the saved one.
import { Button } from '@mantine/core';
import { IconBookmarkPlus, IconDots, IconShare } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { Parameters } from '../../../contract/kit/view-url.ts';
import type { SavedView, ViewKind } from '../../../contract/views.ts';
import { lateWithin } from '../../kit/late/late.tsx';
import { LatePopover } from '../../kit/late/late-popover.tsx';
import { MenuButton } from '../../kit/late/menu-button.tsx';
import { RefusedError } from '../../platform/api.ts';
import { useDo } from '../../platform/deeds.tsx';
import { heldTab, holdTab, sameParameters } from '../../platform/held-tab.ts';
import type { ListView } from '../../platform/list-view.ts';
import { useAsk } from '../../platform/queries.ts';
import { refusalText } from '../../platform/refusal-text.ts';
import { useMay } from '../../platform/session.tsx';
import { useSay, useWords } from '../../platform/texts.tsx';
import styles from './views.module.css';

const SaveForm = lateWithin(() => import('./save-form.tsx').then((file) => file.SaveForm));

type ViewTabsProps = {
  of: ViewKind;
  list: ListView;
  /** What the list shows when no saved view is chosen. */
  fallback: Parameters;
};

export function ViewTabs({ of, list, fallback }: ViewTabsProps) {
  const say = useSay();
  const [chosen, setChosen] = useState(() => heldTab(of, list.parameters));
  const { data } = useAsk('views.list', {});
  const saved = (data?.rows ?? []).filter((view) => view.of === of);
  const same = saved.filter((view) => sameParameters(view.parameters, list.parameters));
  // Of several that show the same, the one that was chosen.
  const exact = same.find(({ id }) => id === chosen) ?? same[0];
  const current = exact ?? saved.find(({ id }) => id === chosen);
  const currentId = current?.id ?? chosen;
  const isNewer = useIsNewer(current, exact !== undefined);
  useEffect(() => holdTab(of, currentId, list.parameters), [of, currentId, list.parameters]);
  const tabs = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current?.id)
      tabs.current
        ?.querySelector('[aria-selected=true]')
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current?.id]);
  const show = (view: SavedView | null) => {
    setChosen(view?.id ?? null);
    list.show(view?.parameters ?? fallback);
  };
  return (
    <div className={styles.tabs}>
      <div
        ref={tabs}
        className={styles.tabList}
        role="tablist"
        aria-label={say('view.saved')}
        onWheel={(event) => {
          event.currentTarget.scrollLeft += event.deltaY;
        }}
      >
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
          isNewer={isNewer}
          onShow={() => show(current)}
          onGone={() => setChosen(null)}
        />
      )}
      {!exact && <SaveView of={of} parameters={list.parameters} onSaved={setChosen} />}
    </div>
  );
}

/** Whether the chosen view was saved anew, by a colleague perhaps, since it was last shown as it is. */
function useIsNewer(view: SavedView | undefined, isShown: boolean): boolean {
  const [seen, see] = useState(view);
  const isFirst = seen?.id !== view?.id;
  const isSame = !isFirst && sameParameters(seen?.parameters ?? {}, view?.parameters ?? {});
  if (isFirst || (isShown && !isSame)) see(view);
  return !isFirst && !isShown && !isSame;
}

/** Who sees no settings of the firm keeps views for themselves. */
const useMayShare = () => useMay('settings', 'view');

function SaveView({
  of,
  parameters,
  onSaved,
}: {
  of: ViewKind;
  parameters: Parameters;
  onSaved(id: number): void;
}) {
  const words = useWords();
  const { say } = words;
  const mayShare = useMayShare();
  const act = useDo();
  const [opened, setOpened] = useState(false);
  const save = async (name: string, shared: boolean) => {
    let fault: string | undefined;
    const made = await act(
      'views.create',
      { of, name, shared, parameters },
      {
        text: say('view.created', { name }),
        onRefused: (refusal) => {
          fault = refusalText(words, new RefusedError(422, refusal));
          return true;
        },
      },
    );
    if (!made) return fault;
    onSaved(made.id);
    setOpened(false);
    return undefined;
  };
  return (
    <LatePopover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      label={say('view.save')}
      target={
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<IconBookmarkPlus size={16} stroke={1.5} />}
          aria-label={say('view.save')}
          data-terse
          onClick={() => setOpened(!opened)}
        >
          {say('view.save')}
        </Button>
      }
    >
      <SaveForm mayShare={mayShare} onSave={save} />
    </LatePopover>
  );
}

type TabMenuProps = {
  view: SavedView;
  parameters: Parameters;
  changed: boolean;
  isNewer: boolean;
  onShow(): void;
  onGone(): void;
};

function TabMenu({ view, parameters, changed, isNewer, onShow, onGone }: TabMenuProps) {
  const say = useSay();
  const act = useDo();
  const mayShare = useMayShare();
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
    <MenuButton
      position="bottom-start"
      target={
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          aria-label={say('view.menu', { name: view.name })}
        >
          <IconDots size={16} stroke={1.5} />
        </Button>
      }
      entries={[
        ...(changed
          ? [
              {
                text: say(isNewer ? 'view.updateOver' : 'view.update'),
                onClick: () => void change({ parameters }),
              },
              { text: say('view.asSaved'), onClick: onShow },
            ]
          : []),
        ...(view.shared || mayShare
          ? [
              {
                text: say(view.shared ? 'view.unshare' : 'view.shareIt'),
                onClick: () => void change({ shared: !view.shared }),
              },
            ]
          : []),
        { text: say('view.delete'), color: 'red', onClick: () => void remove() },
      ]}
    />
  );
}
