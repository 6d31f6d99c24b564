import { confirmRead } from '#contract/threads.ts'
import type { ThreadView } from '#contract/threads.ts'
import { useSend } from '../../app/send.ts'
import { Button } from '../../ui/Button.tsx'
import { formatDay, listInWords, readerFirst } from '../../ui/format.ts'
import { InlineText } from '../../ui/InlineText.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { t } from '../../ui/words.ts'

type Change = NonNullable<ThreadView['change']>
type Props = { number: number, change: Change, me: string, zone: string, now: Temporal.Instant, mayConfirm: boolean }

/** What changed: how it was, how it is, since when and why, and who must have read it. */
export function ChangeBlock({ number, change, me, zone, now, mayConfirm }: Props) {
  const { send, busy, problem } = useSend(confirmRead, 'threads', 'inbox')
  const day = Temporal.PlainDate.from(change.since).toZonedDateTime(zone).toInstant()
  return (
    <div className="change">
      <dl className="change-facts">
        <div><dt>{t`Was`}</dt><dd><InlineText text={change.was} /></dd></div>
        <div><dt>{t`Now`}</dt><dd className="change-now"><InlineText text={change.now} /></dd></div>
        <div><dt>{t`Since`}</dt><dd>{formatDay(day, zone, now)}</dd></div>
        <div><dt>{t`Why`}</dt><dd><InlineText text={change.why} /></dd></div>
      </dl>
      {change.mustRead.length > 0 && <p className="change-read">{mustReadWords(change.mustRead, me)}</p>}
      {mayConfirm && <Button busy={busy} onClick={() => send({ number })}>{t`I have read it`}</Button>}
      {problem && <Problem {...problem} />}
    </div>
  )
}

/** @example 'Must read: you and Mei have; Ben has not yet.' */
export function mustReadWords(readers: Change['mustRead'], me: string): string {
  const you = t`you`
  const names = (done: boolean) => readerFirst(readers.filter(({ readAt }) => (readAt !== null) === done), ({ personId }) => personId, me).map(({ personId, name }) => (personId === me ? you : name))
  const has = (list: readonly string[]) => list.length === 1 && list[0] !== you
  const [read, open] = [names(true), names(false)]
  if (open.length === 0) return t`Everybody who must read it has.`
  const said = read.length === 0 ? '' : has(read) ? t`${listInWords(read)} has; ` : t`${listInWords(read)} have; `
  return has(open) ? t`Must read: ${said}${listInWords(open)} has not yet.` : t`Must read: ${said}${listInWords(open)} have not yet.`
}
