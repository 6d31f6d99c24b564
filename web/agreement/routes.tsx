import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'
import { versionIn } from './version-in.ts'
import { t } from '../ui/words.ts'

const agreement = createRoute({
  getParentRoute: () => shellRoute, path: '/agreement', staticData: { title: t`Agreement` },
  validateSearch: (search: Record<string, unknown>) => withNumbers({ version: versionIn(search['version']) }),
  component: lazyRouteComponent(() => import('./AgreementPage.tsx'), 'AgreementPage'),
})
const history = createRoute({
  getParentRoute: () => shellRoute, path: '/agreement/history', staticData: { title: t`History of the agreement` },
  validateSearch: (search: Record<string, unknown>) => withNumbers({ before: versionIn(search['before']), after: versionIn(search['after']) }),
  component: lazyRouteComponent(() => import('./HistoryPage.tsx'), 'HistoryPage'),
})
const edit = createRoute({
  getParentRoute: () => shellRoute, path: '/agreement/edit', staticData: { title: t`Change the agreement` },
  component: lazyRouteComponent(() => import('./EditPage.tsx'), 'EditPage'),
})

function withNumbers<Name extends string>(parts: Record<Name, number | undefined>): Partial<Record<Name, number>> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Partial<Record<Name, number>>
}

export const agreementRoutes = [agreement, history, edit] as const
