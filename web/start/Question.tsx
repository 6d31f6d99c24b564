import type { ReactNode } from 'react'
import type { Problem } from '#contract/problem.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Notice } from '../ui/Notice.tsx'
import { countInWords } from '../ui/format.ts'
import { SendForm } from '../ui/SendForm.tsx'
import { AboutYou } from './AboutYou.tsx'
import { PresetChoice } from './PresetChoice.tsx'
import type { Answers, FieldErrors } from './questions.ts'
import { StartFrame } from './StartFrame.tsx'
import { STEPS } from './steps.ts'
import type { Step } from './steps.ts'
import { TeamField } from './TeamField.tsx'
import { YourHours } from './YourHours.tsx'
import { t } from '../ui/words.ts'

export type QuestionProps = {
  answers: Answers
  onAnswers: (answers: Answers) => void
  password: string
  onPassword: (password: string) => void
  errors: FieldErrors
  now: Temporal.Instant
}

type Props = QuestionProps & {
  step: Step
  kept: boolean
  busy: boolean
  problem: Problem | undefined
  onNext: () => void
  onBack: (() => void) | undefined
  /** Stands above the question: what has to be asked again. */
  first: ReactNode
}

const ASKED: Record<Step, { title: string, lede: string, next: string }> = {
  you: { title: t`Who are you?`, lede: t`You will be the owner of the workspace. Others read your name beside what you write.`, next: t`Go on to your hours` },
  hours: { title: t`When do you work?`, lede: t`Every clock in Longhand counts somebody’s working time. Nothing is due outside of it.`, next: t`Go on to response times` },
  preset: { title: t`How fast do you answer each other?`, lede: t`The two sets come from two teams, and they disagree. Choose the one that is nearer to yours; it becomes clause 1 of your agreement, where you can change it.`, next: t`Go on to the team` },
  team: { title: t`Who else is in the team?`, lede: t`They get a link with which they say their own name, zone and hours. You can also invite them later.`, next: t`Set up the workspace` },
}

const FORMS: Record<Step, (props: QuestionProps) => ReactNode> = { you: AboutYou, hours: YourHours, preset: PresetChoice, team: TeamField }

/** One question with a way on and a way back. */
export function Question({ step, kept, busy, problem, onNext, onBack, first, ...asked }: Props) {
  const { title, lede, next } = ASKED[step]
  const Form = FORMS[step]
  return (
    <StartFrame title={title} lede={lede} over={t`Question ${countInWords(STEPS.indexOf(step) + 1)} of ${countInWords(STEPS.length)}`}>
      <SendForm submit={next} onSubmit={onNext} busy={busy} problem={problem} wide={step !== 'you' && step !== 'team'} aside={<Way onBack={onBack} />}>
        {first}
        <Form {...asked} />
      </SendForm>
      <Notice>{kept && t`Your answers are kept on this device until you are done; the password is not.`}</Notice>
    </StartFrame>
  )
}

function Way({ onBack }: Pick<Props, 'onBack'>) {
  return onBack ? <LinkAction onClick={onBack}>{t`Back`}</LinkAction> : <LinkAction href="/start">{t`Back`}</LinkAction>
}
