import type { PreparedAsk } from '#contract/answers.ts'
import { isNearEnough, tellingOf } from '#domain/answers/confidence.ts'
import { inWords, said } from '#domain/words/said.ts'
import type { Said } from '#domain/words/said.ts'
import type { visiblePeople } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import { wordsOf } from '#server/platform/words.ts'
import type { RankedTexts } from '#server/search/public.ts'
import { ownersOf, sourcesOf } from './queries.ts'
import type { Source } from './queries.ts'

type VisiblePerson = Awaited<ReturnType<typeof visiblePeople>>[number]

/** How far down something counts as near. */
const NEAR_MAX = 20
/** Of an ask, as its contract has it. Unit: characters. */
const TITLE_MAX = 200

/**
 * An ask for whoever owns what is nearest: the page or decision that search puts first, or else the text that it puts first. For
 * nobody where nothing is near enough, since a wrong person costs two people their time.
 * @param others people whom the actor sees and may ask
 */
export async function preparedAsk(act: Act, q: string, { found, spaces, terms, collection }: RankedTexts, others: readonly VisiblePerson[]): Promise<PreparedAsk> {
  const around = found.slice(0, NEAR_MAX)
  const telling = tellingOf(terms, collection, around)
  const near = around.filter((one) => isNearEnough(one, telling))
  const lasting = near.filter(({ kind, isReply }) => !isReply && (kind === 'page' || kind === 'decision'))
  const ordered = [...lasting, ...near.filter((one) => !lasting.includes(one))]
  const owners = await ownersOf(act, [...new Set(ordered.map(({ entryId }) => entryId))])
  // What stands in a reply is known to whoever wrote it, and not to whoever began the talk.
  const knows = ({ isReply, authorId, entryId }: (typeof ordered)[number]) => isReply ? authorId : owners.get(entryId)
  const nearest = ordered.find((one) => others.some(({ id }) => id === knows(one)))
  const person = others.find(({ id }) => nearest && id === knows(nearest)) ?? null
  const source = nearest && (await sourcesOf(act, [nearest.id])).get(nearest.id)
  const title = titleOf(q)
  const spaceId = source?.spaceId ?? spaces[0]?.id ?? null
  const words = wordsOf(act)
  const body = inWords(bodyOf(q, source), words)
  const fields = new URLSearchParams({ ...(spaceId !== null && { space: spaceId }), ...(person && { to: person.id }), title, body })
  return {
    to: person && { id: person.id, name: person.name }, why: inWords(whyOf(person, source), words), nearest: source ? { number: source.number, title: source.title } : null,
    spaceId, title, body, path: `/ask/new?${fields.toString()}`,
  }
}

function titleOf(q: string): string {
  const line = q.replaceAll(/\s+/g, ' ').trim().slice(0, TITLE_MAX - 1).replace(/[\uD800-\uDBFF]$/, '')
  const first = line.charAt(0).toUpperCase() + line.slice(1)
  return /[?.]$/.test(first) ? first : `${first}?`
}

function bodyOf(q: string, source: Source | undefined): Said {
  const asked = q.replaceAll(/\s+/g, ' ').trim()
  return source ? said`I asked the record: “${asked}”. It has no answer that I may read; the nearest is #${source.number}, “${source.title}”.` : said`I asked the record: “${asked}”. It has no answer that I may read.`
}

function whyOf(person: VisiblePerson | null, source: Source | undefined): Said {
  if (!person || !source) return said`Nothing near it has an owner, so choose whom to ask.`
  if (source.replyId !== null) return said`${person.name} wrote in #${source.number}, which is nearest.`
  return source.kind === 'page' || source.kind === 'decision' ? said`${person.name} owns #${source.number}, which is nearest.` : said`${person.name} wrote #${source.number}, which is nearest.`
}
