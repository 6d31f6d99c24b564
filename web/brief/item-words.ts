import type { BriefItem } from '#contract/brief.ts'
import { unownedWords } from '../app/held-batons.ts'
import { formatWhen } from '../ui/format.ts'
import { t } from '../ui/words.ts'

type Instant = Temporal.Instant

/** From here on a clock is running out. Unit: hours. */
const SOON_HOURS = 4

/** What can be done with an item where it stands. */
export type Doing = 'accept' | 'return' | 'answer' | 'clear' | 'done' | 'reopen'

/** Where the whole of an item can be read; a check-in is filled in instead. */
export function hrefOf({ number, kind }: Pick<BriefItem, 'number' | 'kind'>): string | undefined {
  if (number !== null) return `/${number}`
  return kind === 'agreement' ? '/agreement' : undefined
}

/** What asks something of the reader, and can therefore be settled by somebody else; news can not. A decision says why where it waits for them, and a baton that was said to be done is news. */
const asksSomething = ({ kind, why, baton }: Pick<BriefItem, 'kind' | 'why' | 'baton'>): boolean => kind === 'decision' ? why !== null : baton?.state !== 'done' && !['wrap', 'checkin-answer', 'agreement', 'thread'].includes(kind)

/** When an item is due, in words, and the colour that repeats them; undefined where no clock runs. */
export function clockOf(item: Pick<BriefItem, 'kind' | 'dueAt' | 'at' | 'baton'>, zone: string, now: Instant): { words: string, tone: 'plain' | 'clock' | 'late' } | undefined {
  if (item.kind === 'alarm' || item.baton?.state === 'unowned') return { words: unownedWords(item.baton ?? { steps: [], offeredAt: item.at }, zone, now), tone: 'late' }
  if (item.dueAt === null) return undefined
  const due = Temporal.Instant.from(item.dueAt)
  if (Temporal.Instant.compare(due, now) <= 0) return { words: t`was due ${formatWhen(due, zone, now)}`, tone: 'late' }
  const soon = now.until(due).total('hours') <= SOON_HOURS
  const when = formatWhen(due, zone, now)
  return { words: item.kind === 'baton' ? t`accept by ${when}` : t`due ${when}`, tone: soon ? 'clock' : 'plain' }
}

/** Said in the place of what stood in the open page and is not in the brief any more; undefined for news. A baton may wait elsewhere: with a cover, or with who took it. */
export function goneWords(item: Pick<BriefItem, 'kind' | 'why' | 'baton'>): string | undefined {
  if (!asksSomething(item)) return undefined
  return item.baton ? t`This no longer waits for you.` : t`This was settled meanwhile.`
}

/** What is said in place once it is done. */
export function saidAfter(doing: Doing, item: Pick<BriefItem, 'kind' | 'baton'>): string {
  switch (doing) {
    case 'accept': return t`You hold it now.`
    case 'done': return t`Done.`
    case 'reopen': return t`You hold it again.`
    case 'return': return t`Your question went back to ${item.baton?.giverName ?? t`the author`}, who holds it until you accept.`
    case 'answer': return offeredAgain(item.baton?.receiverName ?? item.baton?.toName)
    case 'clear': return item.kind === 'question' ? t`Marked as answered.` : t`Marked as cleared.`
  }
}

const offeredAgain = (name: string | undefined) => name === undefined ? t`Answered. It is offered to them again.` : t`Answered. It is offered to ${name} again.`
