import { createRootRoute, createRoute, Outlet, useRouterState } from '@tanstack/react-router'
import { Announcer } from './Announcer.tsx'
import { RootNotFound, RootProblem } from './PageProblem.tsx'
import { SignedIn } from './SignedIn.tsx'
import { useArrival } from './arrival.ts'
import { useAppCommands } from './app-commands.ts'
import { usePlainLinks } from './plain-links.ts'
import { useShortcuts } from './shortcuts.ts'
import { Palette } from './Palette.tsx'
import { t } from '../ui/words.ts'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Stands in the browser's tab and is read out on arrival. */
    title?: string
  }
}

/** Above every page. */
export const rootRoute = createRootRoute({ component: Root, notFoundComponent: RootNotFound, errorComponent: RootProblem })

/** Pages of signed-in people, inside the frame. Features hang their routes here. */
export const shellRoute = createRoute({ getParentRoute: () => rootRoute, id: 'shell', component: SignedIn })

/** Pages without the frame: sign-in, invitation, set-up. */
export const plainRoute = createRoute({ getParentRoute: () => rootRoute, id: 'plain', component: Plain })

function Root() {
  useAppCommands()
  useShortcuts()
  usePlainLinks()
  useArrival()
  return (
    <>
      <a className="skip unseen" href="#main" onClick={goToMain}>{t`Skip to the text`}</a>
      <Outlet />
      <Palette />
      <Announcer />
    </>
  )
}

function Plain() {
  const path = useRouterState({ select: (state) => state.location.pathname })
  return <main className="plain" id="main" tabIndex={-1} key={path}><Outlet /></main>
}

function goToMain(event: { preventDefault: () => void }) {
  event.preventDefault()
  document.getElementById('main')?.focus()
}
