import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'
import { t } from '../ui/words.ts'

/** A page that is made when it is read. */
const made = <Path extends string>(path: Path, title: string, page: 'StartHerePage' | 'TeamPage' | 'StatusPage' | 'AwayPage') => createRoute({
  getParentRoute: () => shellRoute, path, staticData: { title }, component: lazyRouteComponent(() => import('./pages.tsx'), page),
})

export const radiatorRoutes = [made('/start-here', t`Start here`, 'StartHerePage'), made('/team', t`The team`, 'TeamPage'), made('/spaces/$id/status', t`How it stands`, 'StatusPage'), made('/away', t`Since you were away`, 'AwayPage')] as const
