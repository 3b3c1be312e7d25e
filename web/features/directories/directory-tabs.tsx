// All directories in a row; the trees of managers and clients are places of their own and stand among them.
import { Link } from '@tanstack/react-router';
import { directoryNames } from '../../../contract/kit/names.ts';
import { useMay } from '../../platform/session.tsx';
import { useSay } from '../../platform/texts.tsx';
import styles from './directories.module.css';

export function DirectoryTabs() {
  const say = useSay();
  const people = useMay('people', 'view');
  const clients = useMay('clients', 'view');
  return (
    <nav className={styles.tabs} aria-label={say('place.directories')}>
      {directoryNames.map((directory) => (
        <Link
          key={directory}
          to="/directories/$directory"
          params={{ directory }}
          search={{}}
          activeOptions={{ includeSearch: false }}
          className={styles.tab}
        >
          {say(`directory.${directory}`)}
        </Link>
      ))}
      {(people || clients) && <span className={styles.tabLine} aria-hidden />}
      {people && (
        <Link to="/people" className={styles.tab}>
          {say('place.people')}
        </Link>
      )}
      {clients && (
        <Link to="/clients" className={styles.tab}>
          {say('place.clients')}
        </Link>
      )}
    </nav>
  );
}
