import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'

/** A page that is made when it is read. */
const made = <Path extends string>(path: Path, title: string, page: 'StartHerePage' | 'TeamPage' | 'StatusPage' | 'AwayPage') => createRoute({
  getParentRoute: () => shellRoute, path, staticData: { title }, component: lazyRouteComponent(() => import('./pages.tsx'), page),
})

export const radiatorRoutes = [made('/start-here', 'Start here', 'StartHerePage'), made('/team', 'The team', 'TeamPage'), made('/spaces/$id/status', 'How it stands', 'StatusPage'), made('/away', 'Since you were away', 'AwayPage')] as const
