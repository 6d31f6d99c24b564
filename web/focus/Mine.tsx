import { readBalance } from '#contract/attention.ts'
import { problemFrom, useRead } from '../app/api.ts'
import { formatSpan } from '../ui/format.ts'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { t } from '../ui/words.ts'

const DAYS = 7

/** What reached the reader in a week; nobody else can ask for it. */
export function Mine({ zone, now }: { zone: string, now: Temporal.Instant }) {
  const from = now.toZonedDateTimeISO(zone).toPlainDate().subtract({ days: DAYS - 1 }).toString()
  const mine = useRead(readBalance, { from, days: DAYS })
  if (mine.error) return <Problem {...problemFrom(mine.error)} />
  if (!mine.data) return <Skeleton lines={2} />
  const { sentence, items, digests, readMeanwhile, focusMinutesKept } = mine.data
  return (
    <>
      <p className="focus-sentence">{sentence}</p>
      <dl className="focus-figures">
        <div><dt>{t`Handed over`}</dt><dd>{items}</dd></div>
        <div><dt>{t`Digests`}</dt><dd>{digests}</dd></div>
        <div><dt>{t`Read before it was sent`}</dt><dd>{readMeanwhile}</dd></div>
        <div><dt>{t`Focus kept`}</dt><dd>{formatSpan(focusMinutesKept)}</dd></div>
      </dl>
      <p className="hint">{t`For you alone. Nobody else can ask for it.`}</p>
    </>
  )
}
