// Help beside the screen, not over it: one reads and does at once. F1 opens it, Esc closes it; on a phone it fills the screen.
import { ActionIcon, Menu, Skeleton } from '@mantine/core';
import { IconChevronDown, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { type MouseEvent, useEffect, useRef, useSyncExternalStore } from 'react';
import { EmptyState } from '../kit/states/empty-state.tsx';
import { tip } from '../kit/tip.ts';
import { useReturnedFocus } from '../kit/use-returned-focus.ts';
import { type HelpTopic, helpBeside, helpTopics, isHelpTopic } from '../platform/help.ts';
import { useWords } from '../platform/texts.tsx';
import { useVisibleWindows } from '../platform/visible-windows.ts';
import styles from './help.module.css';
import { type HelpPage, helpTitle, loadHelp, topicOf } from './help-pages.ts';

export function Help() {
  const { topic } = useSyncExternalStore(helpBeside.subscribe, helpBeside.read);
  const { pathname, search } = useLocation();
  const visible = useVisibleWindows();
  const { card } = search as { card?: string };
  return <HelpAside topic={topic ?? atDoor() ?? topicOf(pathname, card, visible)} />;
}

/** What stands before one has come in keeps the address that one came for. */
function atDoor(): HelpTopic | undefined {
  const { help = '' } = document.querySelector<HTMLElement>('main[data-help]')?.dataset ?? {};
  return isHelpTopic(help) ? help : undefined;
}

function HelpAside({ topic }: { topic: HelpTopic }) {
  const { say, locale } = useWords();
  const aside = useRef<HTMLElement>(null);
  useReturnedFocus();
  useEffect(() => aside.current?.focus({ preventScroll: true }), []);
  return (
    <aside
      ref={aside}
      tabIndex={-1}
      className={styles.aside}
      aria-label={say('help.help')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        helpBeside.close();
      }}
    >
      <header className={styles.head}>
        <h2>{helpTitle(locale, topic)}</h2>
        <Topics />
        <ActionIcon
          {...tip(`${say('kit.close')} · Esc`)}
          variant="subtle"
          color="gray"
          aria-label={say('kit.close')}
          onClick={helpBeside.close}
        >
          <IconX size={18} stroke={1.5} />
        </ActionIcon>
      </header>
      <Page key={`${locale}.${topic}`} topic={topic} />
    </aside>
  );
}

/** All pages of the guide. */
function Topics() {
  const { say, locale } = useWords();
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <button type="button" className={styles.topics}>
          {say('help.topics')}
          <IconChevronDown size={14} stroke={1.5} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {helpTopics.map((topic) => (
          <Menu.Item key={topic} onClick={() => helpBeside.show(topic)}>
            {helpTitle(locale, topic)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Page({ topic }: { topic: HelpTopic }) {
  const { say, locale } = useWords();
  const { data, error } = useQuery({
    queryKey: ['help', locale, topic],
    queryFn: () => loadHelp(locale, topic),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error) return <EmptyState title={say('help.failed')} text={say('fault.unreachedText')} />;
  if (!data)
    return (
      <div className={styles.page} aria-busy="true">
        <Skeleton height={14} width="80%" mb={8} />
        <Skeleton height={14} />
      </div>
    );
  return (
    <div className={styles.page}>
      <Recording video={data.video} />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a link is clicked by Enter too */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what is clicked */}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own pages, made HTML by the build */}
      <div className={styles.text} onClick={openLinked} dangerouslySetInnerHTML={{ __html: data.html }} />
    </div>
  );
}

/** A link to another page of the guide opens it here. */
function openLinked(event: MouseEvent): void {
  const link = (event.target as Element).closest('a')?.getAttribute('href') ?? '';
  const topic = /^([\w-]+)\.md$/.exec(link)?.[1] ?? '';
  if (!isHelpTopic(topic)) return;
  event.preventDefault();
  helpBeside.show(topic);
}

function Recording({ video }: Pick<HelpPage, 'video'>) {
  const { say, locale } = useWords();
  if (!video) return null;
  return (
    <video
      className={styles.video}
      controls
      muted
      preload="metadata"
      src={video.file}
      aria-label={say('help.video')}
    >
      <track kind="captions" src={video.captions} srcLang={locale} label={say('help.captions')} default />
    </video>
  );
}
