import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { MeView } from '#contract/account.ts'
import { enterDemo } from '#contract/demo.ts'
import { problemFrom, useWrite } from '../app/api.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Choices } from './Choices.tsx'
import { StartFrame } from './StartFrame.tsx'
import { SunRibbons } from './SunRibbons.tsx'
import { useEnter } from './use-enter.ts'
import { useLedOn } from './use-led-on.ts'
import { useStart } from './use-start.ts'
import { t } from '../ui/words.ts'

/** Who looks around the demo may still set up a workspace of their own. */
const hasOwn = ({ workspace }: MeView) => !workspace.demo

/** The first page of a fresh Longhand: set up one's own, or look around. Where there is only a demo, one is in it at once; whoever is in a workspace of their own is led on to it. */
export function StartPage() {
  const start = useStart()
  const { history } = useRouter()
  const enter = useEnter()
  const asked = useLedOn('/start', '/', hasOwn)
  const demo = useWrite(enterDemo, { onDone: () => enter() })
  const onlyDemo = start.data !== undefined && start.data.demo && !start.data.setUp && start.data.clock.stands
  const { mutate } = demo
  const entered = useRef(false)
  useEffect(() => {
    if (!onlyDemo || entered.current) return
    entered.current = true
    mutate({})
  }, [onlyDemo, mutate])
  return (
    <StartFrame title={t`Your shift ends. Somebody else’s begins.`} lede={t`Who stops writes for a minute. Who starts reads one page and knows what to do.`}>
      <SunRibbons />
      {start.data && asked && (
        <Choices
          setUp={start.data.setUp} demo={start.data.demo} entering={demo.isPending} problem={demo.error ? problemFrom(demo.error) : undefined}
          onSetUp={() => history.push('/start/set-up')} onSignIn={() => history.push('/sign-in')} onDemo={() => demo.mutate({})}
        />
      )}
      {(start.isPending || !asked) && <Skeleton lines={4} />}
      {start.error && !start.data && <Problem {...problemFrom(start.error)} action={<LinkAction strong onClick={() => void start.refetch()}>{t`Try again`}</LinkAction>} />}
    </StartFrame>
  )
}
