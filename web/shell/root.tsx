// Above all places: theme and words by the person's appearance, and who may come in at all.
import { MantineProvider } from '@mantine/core';
import { type ErrorComponentProps, Outlet, useLocation, useMatchRoute } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { applyDensity } from '../kit/density.ts';
import { NotesPlace } from '../kit/notes/notes-place.tsx';
import { cssVariablesResolver, theme } from '../kit/theme.ts';
import { applyBackground, lastFace, rememberFace } from '../platform/background.ts';
import { useAsk } from '../platform/queries.ts';
import { type Me, MeProvider, meKey, useLastMe, useSession } from '../platform/session.tsx';
import { useStanding } from '../platform/standing.ts';
import { browserLocale, TextsProvider } from '../platform/texts.tsx';
import { RouteFault, Unreached } from './faults.tsx';
import { HelpHost } from './help-host.tsx';
import { Shell } from './shell.tsx';
import { Splash } from './splash.tsx';

const SignIn = lazy(() => import('../pages/sign-in-page.tsx').then((file) => ({ default: file.SignInPage })));
const SetUp = lazy(() => import('../pages/set-up-page.tsx').then((file) => ({ default: file.SetUpPage })));

export function Root() {
  const session = useStanding(meKey, useSession());
  const door = useAsk('people.door', {}, { enabled: session.data === null });
  const locale = session.data?.appearance.locale ?? (door.data?.isSetUp ? door.data.locale : browserLocale());
  const colorScheme = session.data?.appearance.theme ?? 'auto';
  useEffect(() => applyDensity(session.data?.appearance.density ?? 'normal'), [session.data]);
  const appearance = session.data?.appearance;
  useEffect(() => {
    const { background, splash } = appearance ?? lastFace();
    applyBackground(background);
    if (appearance) rememberFace({ background, splash });
  }, [appearance]);
  const failed = session.error ?? door.error;
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} {...schemeProps(colorScheme)}>
      <TextsProvider locale={locale}>
        <MeProvider value={useLastMe()}>
          <NotesPlace />
          <Suspense fallback={<Splash />}>
            {failed && !session.data ? (
              <Unreached onAgain={() => (session.error ? session : door).refetch()} />
            ) : (
              <Place me={session.data} isSetUp={door.data?.isSetUp} />
            )}
          </Suspense>
          <HelpHost />
        </MeProvider>
      </TextsProvider>
    </MantineProvider>
  );
}

/** A fault of the root itself stands above the words and the theme, so it brings its own. */
export function RootFault(fault: ErrorComponentProps) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver}>
      <TextsProvider locale={browserLocale()}>
        <RouteFault {...fault} />
      </TextsProvider>
    </MantineProvider>
  );
}

/** Mantine writes the scheme itself while it is forced; `auto` follows the system. */
function schemeProps(scheme: 'light' | 'dark' | 'auto') {
  return scheme === 'auto' ? { defaultColorScheme: 'auto' as const } : { forceColorScheme: scheme };
}

/** What stands before a person: an invitation, the first run, signing in, or the house itself. */
function Place({ me, isSetUp }: { me: Me | null | undefined; isSetUp: boolean | undefined }) {
  const match = useMatchRoute();
  const invited = match({ to: '/invitation/$token' });
  const printed = useLocation().pathname.startsWith('/print/');
  if (invited) return <Outlet />;
  if (me === undefined || (me === null && isSetUp === undefined)) return <Splash />;
  if (me !== null) return printed ? <Outlet /> : <Shell key={me.person.id} />;
  return isSetUp ? <SignIn /> : <SetUp />;
}
