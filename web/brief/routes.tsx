import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'
import { sinceIn } from '../app/since.ts'
import { t } from '../ui/words.ts'

const component = lazyRouteComponent(() => import('./BriefPage.tsx'), 'BriefPage')
const validateSearch = (search: Record<string, unknown>) => {
  const since = sinceIn(search['since'])
  return since === undefined ? {} : { since }
}

/** The first page of every day. */
const home = createRoute({ getParentRoute: () => shellRoute, path: '/', staticData: { title: t`Brief` }, validateSearch, component })
const brief = createRoute({ getParentRoute: () => shellRoute, path: '/brief', staticData: { title: t`Brief` }, validateSearch, component })

export const briefRoutes = [home, brief] as const
