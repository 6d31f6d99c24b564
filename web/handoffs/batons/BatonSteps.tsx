import type { BatonStep } from '#contract/handoffs.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { capital, counted } from '../../ui/format.ts'
import { InlineText } from '../../ui/InlineText.tsx'
import { Time } from '../../ui/Time.tsx'
import { t } from '../../ui/words.ts'

type Props = { steps: readonly BatonStep[], zone: string, now: Temporal.Instant, /** Of the other side; shown on hover. */ otherZone?: string | undefined }

/** Every step of a baton, oldest first, each with its time. */
export function BatonSteps({ steps, zone, now, otherZone }: Props) {
  if (steps.length === 0) return null
  return (
    <div className="baton-steps">
      <Disclosure summary={t`${capital(counted(steps.length, 'step'))} so far`}>
        <ol>
          {steps.map((step, index) => (
            <li key={index}>
              <Time at={Temporal.Instant.from(step.at)} zone={zone} now={now} otherZone={otherZone} />
              <span><InlineText text={step.sentence} /></span>
            </li>
          ))}
        </ol>
      </Disclosure>
    </div>
  )
}
