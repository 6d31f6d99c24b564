import { useParams } from '@tanstack/react-router'
import { redeemMagicLink } from '#contract/access.ts'
import { problemFrom, useWrite } from '../app/api.ts'
import { Button } from '../ui/Button.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Problem } from '../ui/Problem.tsx'
import { StartFrame } from './StartFrame.tsx'
import { useEnter } from './use-enter.ts'
import { t } from '../ui/words.ts'

/** Behind a mailed link. Opening it does nothing, since mail scanners open links too; the button signs in. */
export function LinkPage() {
  const { token = '' } = useParams({ strict: false })
  const enter = useEnter()
  const redeem = useWrite(redeemMagicLink, { onDone: () => enter() })
  const problem = redeem.error && problemFrom(redeem.error)
  return (
    <StartFrame title={t`Sign in to Longhand`} lede={t`This link works once. It signs you in on this device.`}>
      {problem && <Problem title={problem.title} next={problem.next} action={<LinkAction strong href="/sign-in">{t`Go to the sign-in`}</LinkAction>} />}
      {!problem && <p className="page-first"><Button busy={redeem.isPending} onClick={() => redeem.mutate({ token })}>{t`Sign in`}</Button></p>}
    </StartFrame>
  )
}
