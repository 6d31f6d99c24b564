import { daysLater } from '#domain/time/dates.ts'
import { isBefore } from '#domain/time/spans.ts'
import { versionsSince } from '#server/agreement/public.ts'
import { openAsksFor } from '#server/asks/public.ts'
import { decisionNews, decisionsOwedBy } from '#server/decisions/public.ts'
import { pageNews } from '#server/pages/public.ts'
import { pagesOwedBy } from '#server/page-truth/public.ts'
import { runsOwedBy } from '#server/runs/public.ts'
import { threadNews } from '#server/threads/public.ts'
import { answerTexts, blockersNaming, promptsFor } from '#server/checkins/public.ts'
import { doneSince, openBatonsOf, openLinesFor, wrapDigests } from '#server/handoffs/public.ts'
import { namesOf } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { wordsOf } from '#server/platform/words.ts'
import type { Space } from '#server/spaces/public.ts'
import { agreementItem, askItem, batonItem, changeItem, decisionItem, decisionNewsItem, doneItem, lineItem, namedItem, owedPageItem, owedRunItem, pageNewsItem, promptItem, threadItem } from './items.ts'
import type { Told } from './items.ts'
import { changesIn } from './queries.ts'

type Reading = Pick<Act, 'tx' | 'actor' | 'now'>
type Wanted = { since: Temporal.Instant; spaces: readonly Space[] }

/** How long a check-in that names the reader stays with them, since nobody can mark it as cleared. Unit: days. */
const NAMED_DAYS = 3
/** How many changes a brief lists at most, shared by the spaces that the reader has joined. */
const CHANGES_MAX = 200
/** However many spaces there are, each may say this much. */
const CHANGES_OF_SPACE_MIN = 10
/** What is told of a space that the reader has not joined. */
const REST_OF_SPACE_MAX = 5

/** Everything that may stand in the actor's brief, in no order; `leftOut` names joined spaces with more than is told. */
export async function gather(act: Reading, wanted: Wanted): Promise<{ matters: Told[]; leftOut: string[] }> {
  const [batons, done, lines, prompts, versions, named, news, asks, threads, decisions, moved, pages, owed, runs] = await Promise.all([
    openBatonsOf(act), doneSince(act, wanted.since), openLinesFor(act), promptsFor(act), versionsSince(act, wanted.since), namedIn(act, wanted), newsOf(act, wanted), openAsksFor(act), threadsOf(act, wanted), decisionsOwedBy(act), decisionsMoved(act, wanted), pagesMoved(act, wanted), pagesOwedBy(act), runsOwedBy(act),
  ])
  const words = wordsOf(act)
  return {
    matters: [
      ...batons.unowned.map((baton) => batonItem(baton, 'handed', 'alarm', words)), ...batons.toMe.map((baton) => batonItem(baton, 'handed', 'baton', words)),
      ...asks.map((ask) => askItem(ask, words)), ...decisions.map(decisionItem), ...runs.map(owedRunItem), ...owed.map(owedPageItem), ...prompts.map((prompt) => promptItem(prompt, words)), ...lines.map((line) => lineItem(line, words)), ...named, ...batons.returned.map((baton) => batonItem(baton, 'say', 'baton', words)), ...batons.held.map((baton) => batonItem(baton, 'hold', 'baton', words)),
      ...versions.filter((version) => version.authorId !== act.actor.personId).map((version) => agreementItem(version, words)), ...done.map((baton) => doneItem(baton)), ...news.matters, ...threads, ...moved, ...pages,
    ],
    leftOut: news.leftOut,
  }
}

/** Joined spaces are told with the whole text behind each line; the others with their lines alone. */
async function newsOf(act: Reading, { since, spaces }: Wanted): Promise<{ matters: Told[]; leftOut: string[] }> {
  const isJoined = (id: string) => act.actor.memberOf.has(id)
  const ids = spaces.map((space) => space.id)
  const joined = ids.filter(isJoined)
  const others = ids.filter((id) => !isJoined(id))
  const [news, rest] = await Promise.all([
    changesIn(act, { since, spaceIds: joined, each: Math.max(CHANGES_OF_SPACE_MIN, Math.floor(CHANGES_MAX / Math.max(1, joined.length))) }),
    changesIn(act, { since, spaceIds: others, each: REST_OF_SPACE_MAX }),
  ])
  const idsOf = (kind: string) => news.changes.filter((change) => change.kind === kind).map((change) => change.id)
  const changes = [...news.changes, ...rest.changes]
  const [wraps, answers, people] = await Promise.all([
    wrapDigests(act, idsOf('wrap')), answerTexts(act, idsOf('checkin')), namesOf(act, changes.map((change) => change.author_id)),
  ])
  const byId = new Map(spaces.map((space) => [space.id, space]))
  const matters = changes.flatMap((change) => {
    const space = byId.get(change.space_id)
    if (!space) return []
    return [changeItem(change, {
      space, joined: isJoined(space.id), authorName: people.get(change.author_id)?.name ?? '', readerName: act.actor.name,
      wrap: wraps.get(change.id), answers: answers.get(change.id), words: wordsOf(act),
    })]
  })
  return { matters, leftOut: [...news.more] }
}

/** Threads that moved; those of spaces that the reader has joined are news, the others part of the rest. */
async function threadsOf(act: Reading, { since, spaces }: Wanted): Promise<Told[]> {
  const byId = new Map(spaces.map((space) => [space.id, space]))
  const rows = await threadNews(act, { spaceIds: [...byId.keys()], since, most: CHANGES_MAX })
  return rows.flatMap((row) => {
    const space = byId.get(row.space_id)
    return space ? [threadItem(row, { space, joined: act.actor.memberOf.has(space.id), words: wordsOf(act) })] : []
  })
}

/** Decisions that were opened, signed or ended; see `threadsOf`. */
async function decisionsMoved(act: Reading, { since, spaces }: Wanted): Promise<Told[]> {
  const byId = new Map(spaces.map((space) => [space.id, space]))
  const news = await decisionNews(act, { spaceIds: [...byId.keys()], since, most: CHANGES_MAX })
  return news.flatMap((one) => {
    const space = byId.get(one.head.spaceId)
    return space ? [decisionNewsItem(one, { space, joined: act.actor.memberOf.has(space.id) })] : []
  })
}

/** Pages that others wrote or edited; see `threadsOf`. */
async function pagesMoved(act: Reading, { since, spaces }: Wanted): Promise<Told[]> {
  const byId = new Map(spaces.map((space) => [space.id, space]))
  const news = await pageNews(act, { spaceIds: [...byId.keys()], since, most: CHANGES_MAX })
  return news.flatMap((one) => {
    const space = byId.get(one.head.spaceId)
    return space ? [pageNewsItem(one, { space, joined: act.actor.memberOf.has(space.id) })] : []
  })
}

async function namedIn(act: Reading, { since, spaces }: Wanted): Promise<Told[]> {
  const joined = new Map(spaces.filter((space) => act.actor.memberOf.has(space.id)).map((space) => [space.id, space.name]))
  const days = daysLater(act.now, -NAMED_DAYS)
  const blockers = await blockersNaming(act, { spaceIds: [...joined.keys()], since: isBefore(since, days) ? since : days })
  const people = await namesOf(act, blockers.map((blocker) => blocker.authorId))
  return blockers.map((blocker) => namedItem(blocker, { authorName: people.get(blocker.authorId)?.name ?? '', spaceName: joined.get(blocker.spaceId) ?? '', words: wordsOf(act) }))
}
