/** Rows of the true height while their content is on its way. Still, so that the eye is not called. */
import styles from './states.module.css';

export function SkeletonRows({ rows, label }: { rows: number; label: string }) {
  return (
    <div className={styles.lines} role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no identity
        <div key={at} className={styles.line} />
      ))}
    </div>
  );
}
