import type { Problem as ProblemView } from '#contract/problem.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Problem } from '../ui/Problem.tsx'
import { t } from '../ui/words.ts'

type Props = {
  setUp: boolean
  /** The demo team is there already. */
  demo: boolean
  entering: boolean
  problem: ProblemView | undefined
  onSetUp: () => void
  onSignIn: () => void
  onDemo: () => void
}

/** Two ways to begin, side by side. */
export function Choices({ setUp, demo, entering, problem, onSetUp, onSignIn, onDemo }: Props) {
  return (
    <div className="start-choices">
      <section aria-labelledby="own">
        <h2 id="own">{setUp ? t`Your workspace` : t`A workspace of your own`}</h2>
        <p>{setUp ? t`This Longhand is set up. Sign in, or open the link in your invitation.` : t`Four questions, two minutes: who you are, when you work, how fast you answer, and who else is in the team.`}</p>
        {setUp ? <Button onClick={onSignIn}>{t`Sign in`}</Button> : <Button onClick={onSetUp}>{t`Set up my workspace`}</Button>}
      </section>
      <section aria-labelledby="demo">
        <h2 id="demo">{t`A look around`}</h2>
        <p>{demo ? t`A made-up team of six people in three time zones is here, with a month behind it.` : t`This makes a team of six people in three time zones, with a month behind it, and takes a few seconds.`}</p>
        <Button look="quiet" busy={entering} onClick={onDemo}>{entering ? t`Opening the demo` : t`Look around the demo`}</Button>
        <Notice>{entering && !demo && t`The team is writing its month. A few seconds more.`}</Notice>
        {problem && <Problem title={problem.title} next={problem.next} />}
      </section>
    </div>
  )
}
