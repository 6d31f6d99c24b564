import { createRouter } from '@tanstack/react-router'
import { agreementRoutes } from '../agreement/routes.tsx'
import { answerRoutes } from '../answers/routes.tsx'
import { askRoutes } from '../asks/routes.tsx'
import { auditRoutes } from '../audit/routes.tsx'
import { briefRoutes } from '../brief/routes.tsx'
import { checkinRoutes } from '../checkins/routes.tsx'
import { demoRoutes } from '../demo/routes.tsx'
import { decisionRoutes } from '../decisions/routes.tsx'
import { draftRoutes } from '../drafts/routes.tsx'
import { entryRoutes } from '../entries/routes.tsx'
import { focusRoutes } from '../focus/routes.tsx'
import { handoffPlainRoutes, handoffRoutes } from '../handoffs/routes.tsx'
import { exportRoutes } from '../exports/routes.tsx'
import { importRoutes } from '../imports/routes.tsx'
import { inboxRoutes } from '../inbox/routes.tsx'
import { linkRoutes } from '../links/routes.tsx'
import { memberRoutes } from '../members/routes.tsx'
import { outboxRoutes } from '../outbox/routes.tsx'
import { statusRoutes } from '../status/routes.tsx'
import { pageRoutes } from '../pages/routes.tsx'
import { peopleRoutes } from '../people/routes.tsx'
import { runRoutes } from '../runs/routes.tsx'
import { radiatorRoutes } from '../radiators/routes.tsx'
import { searchRoutes } from '../search/routes.tsx'
import { settingsRoutes } from '../settings/routes.tsx'
import { spaceListRoutes } from '../spaces/list-routes.tsx'
import { spaceRoutes } from '../spaces/routes.tsx'
import { startRoutes } from '../start/routes.tsx'
import { threadRoutes } from '../threads/routes.tsx'
import { webhookRoutes } from '../webhooks/routes.tsx'
import { NotFound, PageProblem } from './PageProblem.tsx'
import { plainRoute, rootRoute, shellRoute } from './root.tsx'
import { rootRoutes, shellRoutes } from './routes.tsx'

/**
 * The addresses of the app. A feature exports its routes from `web/<feature>/routes.tsx` and is added here:
 * `...peopleRoutes` under the frame, or under `plainRoute` for pages without it. Components are loaded lazily.
 */
const routeTree = rootRoute.addChildren([
  shellRoute.addChildren([...shellRoutes, ...briefRoutes, ...handoffRoutes, ...spaceRoutes, ...peopleRoutes, ...agreementRoutes, ...checkinRoutes,
    ...settingsRoutes, ...auditRoutes, ...memberRoutes, ...outboxRoutes, ...statusRoutes, ...importRoutes, ...exportRoutes, ...webhookRoutes, ...draftRoutes, ...focusRoutes, ...inboxRoutes, ...askRoutes, ...spaceListRoutes, ...threadRoutes, ...decisionRoutes, ...pageRoutes, ...runRoutes, ...searchRoutes, ...answerRoutes, ...linkRoutes, ...radiatorRoutes, ...demoRoutes, ...entryRoutes]),
  plainRoute.addChildren([...startRoutes, ...handoffPlainRoutes]),
  ...rootRoutes,
])

/** The router of one window. */
export function makeRouter() {
  return createRouter({ routeTree, scrollRestoration: true, defaultPreload: 'intent', defaultNotFoundComponent: NotFound, defaultErrorComponent: PageProblem })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
