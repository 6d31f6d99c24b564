import { WINDOW_DAYS_MAX } from '#domain/decisions/window.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Field } from '../../ui/Field.tsx'
import { zoneCity } from '../../ui/format.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import type { DecisionDraft, Wrong } from './draft.ts'
import { t } from '../../ui/words.ts'

type Props = { draft: DecisionDraft, set: (part: Partial<DecisionDraft>) => void, wrong: Wrong, zone: string, /** When it would be due, to begin a chosen one from. */ dueNow: string }
const DOORS = [{ value: 'two-way', label: t`Easy to undo` }, { value: 'one-way', label: t`Hard to undo` }] as const
const DUE = [{ value: 'window', label: t`When all have had it` }, { value: 'chosen', label: t`A time I choose` }] as const
const DOOR_HINTS = { 'two-way': t`A two-way door: silence at the deadline lets it pass.`, 'one-way': t`A one-way door: it never passes on silence.` } as const

/** How easily it is undone, and how long its readers have. */
export function TimeFields({ draft, set, wrong, zone, dueNow }: Props) {
  return (
    <div className="rail-part">
      <Choice legend={t`How easily it is undone`} options={DOORS} value={draft.door} onChange={(door) => set({ door })} hint={DOOR_HINTS[draft.door]} />
      <Field label={t`Working days for each reader`} type="number" min={0} max={WINDOW_DAYS_MAX} value={draft.windowDays} onChange={(days) => set({ windowDays: wholeDays(days, draft.windowDays) })} hint={t`On their own calendar.`} />
      <Choice legend={t`Due`} options={DUE} value={draft.deadline === null ? 'window' : 'chosen'} onChange={(due) => set({ deadline: due === 'chosen' ? dueNow : null })} />
      {draft.deadline !== null && <Field label={t`Due on`} type="datetime-local" hint={t`In your time, ${zoneCity(zone)}. Never before every reader has had it.`} value={draft.deadline} onChange={(deadline) => set({ deadline })} error={wrong.deadline} />}
      <Checkbox label={t`Positions are hidden until one has taken one’s own`} checked={draft.hiddenUntilMine} onChange={(hiddenUntilMine) => set({ hiddenUntilMine })} />
    </div>
  )
}

/** What was typed as a number of days that can be had; the last one while it is none. */
export function wholeDays(typed: string, last: number): number {
  const days = Number(typed)
  return typed.trim() === '' || !Number.isInteger(days) ? last : Math.min(WINDOW_DAYS_MAX, Math.max(0, days))
}

/** When it is looked at again, what it is found by, and what it takes the place of. */
export function LaterFields({ draft, set, isNew }: Pick<Props, 'draft' | 'set'> & { isNew: boolean }) {
  const filled = draft.reviewOn !== '' || draft.triggers.trim() !== '' || draft.tags.trim() !== '' || draft.supersedes.trim() !== ''
  return (
    <div className="rail-part">
      <Disclosure summary={t`Review, tags, what it supersedes`} open={filled}>
        <Field label={t`Look at it again on`} type="date" value={draft.reviewOn} onChange={(reviewOn) => set({ reviewOn })} />
        <TextArea label={t`What would change our mind`} hint={t`One on each line.`} rows={2} value={draft.triggers} onChange={(triggers) => set({ triggers })} />
        <Field label={t`Tags`} value={draft.tags} onChange={(tags) => set({ tags })} placeholder={t`storage, costs`} />
        {isNew && <Field label={t`Supersedes`} value={draft.supersedes} onChange={(supersedes) => set({ supersedes })} placeholder="#12" hint={t`Older decisions that it takes the place of once it is signed.`} />}
      </Disclosure>
    </div>
  )
}
