/** What stands in the place of content: nothing here yet, it failed, it is not yours to see. */
import { IconLock, IconPlugConnectedX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './states.module.css';

interface EmptyStateProps {
  icon?: ReactNode;
  /** What will be here. */
  title: string;
  /** Why it is worth it, or how to get it. */
  text?: string;
  /** One action at most. */
  action?: ReactNode;
  /** Small print under the action. */
  footnote?: string;
}

export function EmptyState({ icon, title, text, action, footnote }: EmptyStateProps) {
  return (
    <div className={styles.place}>
      {icon && <div className={styles.icon}>{icon}</div>}
      <p className={styles.title}>{title}</p>
      {text && <p className={styles.text}>{text}</p>}
      {action && <div className={styles.action}>{action}</div>}
      {footnote && <p className={styles.footnote}>{footnote}</p>}
    </div>
  );
}

/** Something failed that should not have: says what to do; the number of the request is the footnote. */
export function ErrorState(props: Omit<EmptyStateProps, 'icon'>) {
  return (
    <div role="alert">
      <EmptyState icon={<IconPlugConnectedX size={32} stroke={1.25} />} {...props} />
    </div>
  );
}

/** A place the person may not enter. */
export function Forbidden(props: Omit<EmptyStateProps, 'icon'>) {
  return <EmptyState icon={<IconLock size={32} stroke={1.25} />} {...props} />;
}
