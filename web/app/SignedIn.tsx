import { Outlet, useRouter, useRouterState } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { signOut } from '#contract/account.ts'
import type { MeView } from '#contract/account.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { problemFrom, useWrite } from './api.ts'
import { useCommands } from './commands.ts'
import { speakTo } from './language.ts'
import { useLive } from './live.ts'
import { isAdmin, useMe } from './me.ts'
import { setPaletteOpen } from './Palette.tsx'
import { Shell } from './Shell.tsx'
import type { ShellData } from './Shell.tsx'
import { dropSentDrafts } from './text-draft.ts'
import { t } from '../ui/words.ts'

const NOT_SIGNED_IN = 401
const SIGN_IN = '/sign-in'

/** Only where there is a demo or a clock to move; nobody else loads it. */
const DemoBar = lazy(async () => ({ default: (await import('../demo/DemoBar.tsx')).DemoBar }))

/** In place of every page, for those whom their workspace asks for a passkey first. */
const PasskeyFirst = lazy(async () => ({ default: (await import('../settings/PasskeyFirst.tsx')).PasskeyFirst }))

const Nothing = () => <></>
/** What keeps answers and sends what waits; the page itself does not wait for it, and goes on where it cannot be loaded. */
const Standing = lazy(() => import('../offline/Standing.tsx').then((there) => ({ default: there.Standing }), () => ({ default: Nothing })))

/** The frame of signed-in people. Whoever is not signed in is led to the sign-in and back here afterwards; whoever signs out is on the way there already. */
export function SignedIn() {
  const me = useMe()
  const router = useRouter()
  const queries = useQueryClient()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const mustSignIn = me.error !== null && problemFrom(me.error).status === NOT_SIGNED_IN
  const leave = useWrite(signOut, {
    onDone: () => {
      queries.clear()
      router.history.push(SIGN_IN)
      dropSentDrafts()
    },
  })
  const { mutate } = leave
  const goAway = useCallback(() => { void forgetRead(); mutate({}) }, [mutate])
  useCommands(useMemo(() => [{ id: 'longhand.sign-out', title: t`Sign out`, group: 'Longhand' as const, words: t`log out leave end session`, run: goAway }], [goAway]))
  const passkeyFirst = me.data?.person.passkeyFirst === true
  useLive(me.data !== undefined && !passkeyFirst)
  useEffect(() => {
    if (mustSignIn && router.history.location.pathname !== SIGN_IN) router.history.replace(signInPath(router.state.location.href))
  }, [mustSignIn, router])
  const problem = me.error && !me.data && !mustSignIn ? problemFrom(me.error) : undefined
  return (
    <>
      {me.data && (me.data.workspace.demo || me.data.clock.stands) && <Suspense><DemoBar me={me.data} /></Suspense>}
      <Shell {...shellData(me.data)} path={path} onSignOut={goAway} onPalette={() => setPaletteOpen(true)}>
        {me.data && !passkeyFirst && <Suspense><Standing me={me.data} path={path} /></Suspense>}
        {problem && <Problem {...problem} textSafe action={<LinkAction strong onClick={() => void me.refetch()}>{t`Try again`}</LinkAction>} />}
        {me.data && <InTheirLanguage tag={me.data.person.locale}>{passkeyFirst ? <Suspense fallback={<Skeleton lines={6} />}><PasskeyFirst /></Suspense> : <Outlet />}</InTheirLanguage>}
        {!me.data && !problem && <Skeleton lines={6} />}
      </Shell>
    </>
  )
}

/**
 * Follows the language of who reads before anything of theirs is drawn. Once only: when it is changed elsewhere, what is
 * being typed here stays until a page is loaded anew.
 */
function InTheirLanguage({ tag, children }: { tag: string, children: ReactNode }) {
  const [leaving] = useState(() => speakTo(tag))
  return leaving ? <Skeleton lines={6} /> : children
}

function shellData(me: MeView | undefined): ShellData {
  if (!me) return { workspace: 'Longhand', person: '', spaces: [], admin: false }
  const spaces = me.spaces.filter((space) => space.joined).map((space) => ({ href: `/spaces/${space.id}`, text: space.name }))
  return { workspace: me.workspace.name, person: me.person.name, spaces, admin: isAdmin(me) }
}

/** Where to sign in; `back` is where to go afterwards and is left out for the brief. */
function signInPath(here: string): string {
  return here === '/' ? SIGN_IN : `${SIGN_IN}?back=${encodeURIComponent(here)}`
}

/** At once, and not only when the server has answered: nothing that was read stays on a device that is left. */
const forgetRead = () => import('./offline/kept.ts').then(({ forgetAll }) => forgetAll()).catch(() => {})
