import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/root.tsx'
import { viewOf } from './list/view.ts'
import type { View } from './list/view.ts'
import { t } from '../ui/words.ts'

/** What the address of a list or of writing may carry: a view and a space, or where a text comes from. */
const search = (given: Record<string, unknown>): { view?: View, space?: string, kind?: string } => ({
  ...(viewOf(given['view']) !== 'all' && { view: viewOf(given['view']) }), ...(typeof given['space'] === 'string' && { space: given['space'] }), ...(typeof given['kind'] === 'string' && { kind: given['kind'] }),
})

const list = createRoute({
  getParentRoute: () => shellRoute, path: '/threads', staticData: { title: t`Threads` }, validateSearch: search,
  component: lazyRouteComponent(() => import('./list/ThreadsPage.tsx'), 'ThreadsPage'),
})
const write = createRoute({
  getParentRoute: () => shellRoute, path: '/threads/new', staticData: { title: t`Write a thread` }, validateSearch: search,
  component: lazyRouteComponent(() => import('./write/NewThreadPage.tsx'), 'NewThreadPage'),
})

export const threadRoutes = [list, write] as const
