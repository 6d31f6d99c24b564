import type { LinkPreview, previewLink } from '#contract/links.ts'
import type { InputOf } from '#contract/operation.ts'
import { titleKey } from '#domain/links/title-key.ts'
import { kindWord, previewLine, renamedNote, unknownNumberNote, unknownTitleNote } from '#domain/links/words.ts'
import { Refusal } from '#domain/refusal.ts'
import { inWords, said } from '#domain/words/said.ts'
import { entryByNumber } from '#server/entries/public.ts'
import type { Act } from '#server/platform/act.ts'
import { wordsOf } from '#server/platform/words.ts'
import { visibleSpaces } from '#server/spaces/public.ts'
import { targetsOf } from './targets.ts'
import type { Target } from './targets.ts'
import { meant, titledBy } from './titles.ts'

type Looking = Pick<Act, 'tx' | 'actor' | 'now'>

/** What stands behind a number or a title, in short. */
export async function viewPreview(act: Looking, { number, title, from }: InputOf<typeof previewLink>): Promise<LinkPreview> {
  if ((number === undefined) === (title === undefined)) throw new Refusal('bad_input', said`A preview is of a number or of a title, and only one of them.`, said`Send either number or title.`)
  return title === undefined ? byNumber(act, number ?? 0) : byTitle(act, title, from)
}

async function byNumber(act: Looking, number: number): Promise<LinkPreview> {
  const target = (await targetsOf(act, [number])).get(number)
  if (!target) throw new Refusal('not_found', unknownNumberNote(number), said`Check the number, or ask the person who sent it.`)
  return target.gone === null ? view(act, target, null) : { number, kind: target.kind, state: 'deleted', title: `#${number}`, spaceName: null, line: inWords(said`${kindWord(target.kind, wordsOf(act))}, deleted.`, wordsOf(act)), tldr: '', note: target.gone }
}

async function byTitle(act: Looking, title: string, from: number | undefined): Promise<LinkPreview> {
  const key = titleKey(title)
  const spaceIds = (await visibleSpaces(act)).map((space) => space.id)
  const fromSpaceId = from === undefined ? null : (await entryByNumber(act, from)).spaceId
  const found = meant((await titledBy(act, [key], spaceIds)).get(key) ?? [], fromSpaceId)
  const target = found && (await targetsOf(act, [found.number])).get(found.number)
  if (!target) throw new Refusal('not_found', unknownTitleNote(title), said`Search for it, or write it.`)
  return view(act, target, titleKey(target.title) === key ? null : inWords(renamedNote(target.title), wordsOf(act)))
}

const view = ({ now, actor }: Looking, target: Target, note: string | null): LinkPreview => ({
  number: target.number, kind: target.kind, state: 'there', title: target.title, spaceName: target.spaceName, tldr: target.tldr, note,
  line: previewLine({ kind: target.kind, state: target.state, byName: target.authorName, at: target.at }, { now, zone: actor.zone, words: wordsOf({ actor }) }),
})
