import { isAdmin, useMe } from '../app/me.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { StartFrame } from './StartFrame.tsx'
import { t } from '../ui/words.ts'

/** Set-up after it was done, as after a reload of its last page: on to the workspace for those who are in it, else to the sign-in. */
export function SetUpAlready() {
  const me = useMe()
  if (me.isPending) return <StartFrame title={t`This Longhand is set up already.`}><Skeleton lines={2} /></StartFrame>
  if (!me.data) return <StartFrame title={t`This Longhand is set up already.`}><p className="page-first"><LinkAction strong href="/sign-in">{t`Sign in`}</LinkAction></p></StartFrame>
  return (
    <StartFrame title={t`${me.data.workspace.name} stands, and you are signed in.`} lede={isAdmin(me.data) ? t`Links of invites are shown once. Members makes new ones; the old ones then stop working.` : undefined}>
      <p className="page-first"><LinkAction strong href="/">{t`Go on to the workspace`}</LinkAction></p>
      {isAdmin(me.data) && <p><LinkAction href="/members">{t`Make new links`}</LinkAction></p>}
    </StartFrame>
  )
}
