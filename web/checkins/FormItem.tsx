import type { FormView } from '#contract/checkins.ts'
import { formatWhen } from '../ui/format.ts'
import { Item } from '../ui/Item.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { scheduleWords } from './schedule-words.ts'
import { t } from '../ui/words.ts'

type Props = { form: FormView, zone: string, now: Temporal.Instant, busy: boolean, onPause: (paused: boolean) => void }

/** One check-in of a space: when it asks, and the round of today. */
export function FormItem({ form, zone, now, busy, onPause }: Props) {
  const today = now.toZonedDateTimeISO(zone).toPlainDate().toString()
  const name = `${form.name}, ${form.spaceName}`
  return (
    <Item
      text={name} by={stateWords(form, zone, now)}
      actions={
        <>
          <LinkAction strong keys="o" href={`/check-ins/${form.id}/${today}`} label={t`Read today’s round of ${name}`}>{t`Today’s round`}</LinkAction>
          {(form.pausedForMe || form.nextForMe !== null) && !form.archived && !form.paused && <LinkAction busy={busy} onClick={() => onPause(!form.pausedForMe)} label={form.pausedForMe ? t`Resume for me: ${name}` : t`Pause for me: ${name}`}>{form.pausedForMe ? t`Resume for me` : t`Pause for me`}</LinkAction>}
          {form.can.includes('edit') && <LinkAction href={`/check-ins/${form.id}/edit`} label={t`Change ${name}`}>{t`Change`}</LinkAction>}
        </>
      }
    />
  )
}

/** When it asks, and whether it does. */
export function stateWords(form: Pick<FormView, 'archived' | 'paused' | 'pausedForMe' | 'schedule' | 'nextForMe'>, zone: string, now: Temporal.Instant): string {
  if (form.archived) return t`Archived; it asks nobody.`
  if (form.paused) return t`Paused for everybody.`
  const when = `${scheduleWords(form.schedule)}.`
  if (form.pausedForMe) return t`${when} Paused for you.`
  return form.nextForMe ? t`${when} You are asked next ${formatWhen(Temporal.Instant.from(form.nextForMe), zone, now)}.` : t`${when} It does not ask you.`
}
