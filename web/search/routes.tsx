import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'
import { t } from '../ui/words.ts'

const find = createRoute({
  getParentRoute: () => shellRoute, path: '/search', staticData: { title: t`Search` },
  component: lazyRouteComponent(() => import('./SearchPage.tsx'), 'SearchPage'),
})

const language = createRoute({
  getParentRoute: () => shellRoute, path: '/search/language', staticData: { title: t`Language of search` },
  component: lazyRouteComponent(() => import('./LanguagePage.tsx'), 'LanguagePage'),
})

export const searchRoutes = [find, language] as const
