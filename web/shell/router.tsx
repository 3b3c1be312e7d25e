// All addresses. Each place loads when it is first opened; the search part of an address is plain parameters: a view, and the open cards.
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  redirect,
} from '@tanstack/react-router';
import type { Parameters } from '../../contract/kit/view-url.ts';
import { come } from '../kit/late/come.ts';
import { lastCards } from '../platform/cards.ts';
import { NotFound, RouteFault } from './faults.tsx';
import { usePlaces } from './rail.tsx';
import { Root, RootFault } from './root.tsx';

const rootRoute = createRootRouteWithContext<{ client: QueryClient }>()({
  component: Root,
  notFoundComponent: NotFound,
  errorComponent: RootFault,
});

/** Fetched when it is first opened. One that does not come is told by the screen; the router would load the whole page anew. */
const page: typeof lazyRouteComponent = (load, name) => lazyRouteComponent(() => come(load), name);

/** Anything typed into an address is text; what it means is the view's business. */
function validateSearch(search: Record<string, unknown>): Parameters {
  const given = Object.entries(search).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}

const tasksPage = page(() => import('../pages/tasks-page.tsx'), 'TasksPage');

/** Leads to the first place that is open to the person; what most will see comes meanwhile. */
const home = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  loader: () => void tasksPage.preload?.(),
  component: () => <Navigate to={usePlaces()[0]?.to} search={{ card: lastCards } as never} replace />,
});
const tasks = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tasks',
  validateSearch,
  component: tasksPage,
});
const myDay = createRoute({
  getParentRoute: () => rootRoute,
  path: '/my-day',
  validateSearch,
  component: page(() => import('../pages/my-day-page.tsx'), 'MyDayPage'),
});
const calendar = createRoute({
  getParentRoute: () => rootRoute,
  path: '/calendar',
  validateSearch,
  component: page(() => import('../pages/calendar-page.tsx'), 'CalendarPage'),
});
const managerCalendar = createRoute({
  getParentRoute: () => rootRoute,
  path: '/calendar/$manager',
  validateSearch,
  component: page(() => import('../pages/manager-calendar-page.tsx'), 'ManagerCalendarPage'),
});
const clients = createRoute({
  getParentRoute: () => rootRoute,
  path: '/clients',
  validateSearch,
  component: page(() => import('../pages/clients-page.tsx'), 'ClientsPage'),
});
/** The address without a name leads where the rail does. */
const allDirectories = createRoute({
  getParentRoute: () => rootRoute,
  path: '/directories',
  beforeLoad: () => {
    throw redirect({ to: '/directories/$directory', params: { directory: 'taskTypes' } });
  },
});
const directories = createRoute({
  getParentRoute: () => rootRoute,
  path: '/directories/$directory',
  validateSearch,
  component: page(() => import('../pages/directory-page.tsx'), 'DirectoryPage'),
});
const people = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people',
  validateSearch,
  component: page(() => import('../pages/people-page.tsx'), 'PeoplePage'),
});
const imports = createRoute({
  getParentRoute: () => rootRoute,
  path: '/import',
  validateSearch,
  component: page(() => import('../pages/import-page.tsx'), 'ImportPage'),
});
const journal = createRoute({
  getParentRoute: () => rootRoute,
  path: '/journal',
  validateSearch,
  component: page(() => import('../pages/journal-page.tsx'), 'JournalPage'),
});
const settings = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings',
  validateSearch,
  component: page(() => import('../pages/settings-page.tsx'), 'SettingsPage'),
});
const invitation = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitation/$token',
  component: page(() => import('../pages/invitation-page.tsx'), 'InvitationPage'),
});

const printTasks = createRoute({
  getParentRoute: () => rootRoute,
  path: '/print/tasks',
  validateSearch,
  component: page(() => import('../pages/print-tasks-page.tsx'), 'PrintTasksPage'),
});

const printClient = createRoute({
  getParentRoute: () => rootRoute,
  path: '/print/clients/$client',
  validateSearch,
  component: page(() => import('../pages/print-client-page.tsx'), 'PrintClientPage'),
});
const printCalendar = createRoute({
  getParentRoute: () => rootRoute,
  path: '/print/calendar',
  validateSearch,
  component: page(() => import('../pages/print-calendar-page.tsx'), 'PrintCalendarPage'),
});
const printManager = createRoute({
  getParentRoute: () => rootRoute,
  path: '/print/calendar/$manager',
  validateSearch,
  component: page(() => import('../pages/print-manager-page.tsx'), 'PrintManagerPage'),
});

const routeTree = rootRoute.addChildren([
  home,
  tasks,
  myDay,
  calendar,
  managerCalendar,
  clients,
  allDirectories,
  directories,
  people,
  imports,
  journal,
  settings,
  invitation,
  printTasks,
  printClient,
  printCalendar,
  printManager,
]);

export function makeRouter(client: QueryClient) {
  return createRouter({
    routeTree,
    context: { client },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultErrorComponent: RouteFault,
  });
}

/** What is given twice is given as a list: nothing of an address is dropped unseen. */
function parseSearch(text: string): Record<string, string> {
  const given: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(text))
    given[name] = Object.hasOwn(given, name) ? `${given[name]},${value}` : value;
  return given;
}

/** Short and readable: what people may type stays as it is. */
function stringifySearch(search: Record<string, unknown>): string {
  const entries = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
  const text = entries
    .map(([name, value]) => `${encodeURIComponent(name)}=${escapeValue(String(value))}`)
    .join('&');
  return text ? `?${text}` : '';
}

function escapeValue(value: string): string {
  return encodeURIComponent(value).replace(/%2C/g, ',').replace(/%3A/g, ':').replace(/%20/g, '+');
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
