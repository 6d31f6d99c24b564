import { Combobox } from '../../../ui/Combobox.tsx'
import { Field } from '../../../ui/Field.tsx'
import type { Option } from '../../../ui/Select.tsx'
import { zoneCity } from '../../../ui/format.ts'
import { ReceiverPicker } from '../../ReceiverPicker.tsx'
import type { BatonDraft, BlockerDraft, DecisionDraft, QuestionDraft } from './draft.ts'
import { t } from '../../../ui/words.ts'

type Extra<L> = { line: L, change: (change: Partial<L>) => void }

/** Who can clear a blocker, and when that is expected. */
export function BlockerExtras({ line, change, people, zone, missing }: Extra<BlockerDraft> & { people: readonly Option[], zone: string, missing: string | undefined }) {
  return (
    <div className="line-extras">
      <Combobox label={t`Who can clear it`} options={people} value={line.ownerId} onChange={(ownerId) => change({ ownerId })} placeholder={t`Nobody named yet`} />
      <Field label={t`Expected by, ${zoneCity(zone)} time`} type="datetime-local" value={line.eta} onChange={(eta) => change({ eta })} error={missing} />
    </div>
  )
}

/** Why it was decided. */
export function DecisionExtras({ line, change }: Extra<DecisionDraft>) {
  return <div className="line-extras" data-one><Field label={t`Why`} value={line.why} onChange={(why) => change({ why })} placeholder={t`The reason, for whoever asks next month`} /></div>
}

/** Who can answer a question. */
export function QuestionExtras({ line, change, people }: Extra<QuestionDraft> & { people: readonly Option[] }) {
  return <div className="line-extras" data-one><Combobox label={t`Who can answer it`} options={people} value={line.answererId} onChange={(answererId) => change({ answererId })} placeholder={t`Anybody`} /></div>
}

/** What to do first, and who takes it. */
export function BatonExtras({ line, change, spaceId, receivers, missing }: Extra<BatonDraft> & { spaceId: string, receivers: readonly Option[], missing: string | undefined }) {
  return (
    <div className="line-extras">
      <ReceiverPicker label={t`To`} spaceId={spaceId} options={receivers} value={line.to} onChange={(to) => change({ to })} error={missing} />
      <Field label={t`First step`} value={line.nextStep} onChange={(nextStep) => change({ nextStep })} placeholder={t`Check #212, then resume`} />
    </div>
  )
}
