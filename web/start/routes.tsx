import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { plainRoute } from '../app/root.tsx'
import { stepIn } from './steps.ts'
import { t } from '../ui/words.ts'

const linkPage = lazyRouteComponent(() => import('./LinkPage.tsx'), 'LinkPage')
const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)

const start = createRoute({
  getParentRoute: () => plainRoute, path: '/start', staticData: { title: t`Welcome` },
  component: lazyRouteComponent(() => import('./StartPage.tsx'), 'StartPage'),
})
const setUp = createRoute({
  getParentRoute: () => plainRoute, path: '/start/set-up', staticData: { title: t`Set up` },
  validateSearch: (search: Record<string, unknown>) => ({ step: stepIn(search['step']) }),
  component: lazyRouteComponent(() => import('./SetUpPage.tsx'), 'SetUpPage'),
})
const signIn = createRoute({
  getParentRoute: () => plainRoute, path: '/sign-in', staticData: { title: t`Sign in` },
  validateSearch: (search: Record<string, unknown>) => {
    const back = textOf(search['back'])
    return back === undefined ? {} : { back }
  },
  component: lazyRouteComponent(() => import('./SignInPage.tsx'), 'SignInPage'),
})
/** Both addresses open the same page; mails carry the first one. */
const signInLink = createRoute({ getParentRoute: () => plainRoute, path: '/sign-in/$token', staticData: { title: t`Sign in` }, component: linkPage })
const link = createRoute({ getParentRoute: () => plainRoute, path: '/link/$token', staticData: { title: t`Sign in` }, component: linkPage })
const invite = createRoute({
  getParentRoute: () => plainRoute, path: '/invite/$token', staticData: { title: t`Invitation` },
  component: lazyRouteComponent(() => import('./InvitePage.tsx'), 'InvitePage'),
})

export const startRoutes = [start, setUp, signIn, signInLink, link, invite] as const
