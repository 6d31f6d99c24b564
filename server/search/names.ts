import { say } from '#domain/search/question.ts'
import type { Question } from '#domain/search/question.ts'
import { said } from '#domain/words/said.ts'
import type { Said, SaidValue } from '#domain/words/said.ts'
import { visiblePeople } from '#server/people/public.ts'
import type { Act } from '#server/platform/act.ts'
import type { Space } from '#server/spaces/public.ts'

type Named = { id: string; name: string }

/** Letters and digits in lower case: `Ana-Sofia` and `ana sofia` are alike. */
const plain = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')

/** Those whose name is what was typed, or else begins with it, or else has a word that does. */
function byName<T extends Named>(typed: string, among: readonly T[]): T[] {
  const wanted = plain(typed.replace(/^@/, ''))
  if (wanted === '') return []
  const ways = [(name: string) => plain(name) === wanted, (name: string) => plain(name).startsWith(wanted), (name: string) => name.split(/\s+/).some((word) => plain(word).startsWith(wanted))]
  return ways.map((fits) => among.filter(({ name }) => fits(name))).find((found) => found.length > 0) ?? []
}

/** Ids of the people who are meant, `me` among them; null where nobody was named. Whom the reader does not see is nobody. */
export async function peopleMeant(act: Pick<Act, 'tx' | 'actor'>, question: Question, operator: 'from' | 'to'): Promise<string[] | null> {
  const typed = question[operator]
  if (typed.length === 0) return null
  const people = await visiblePeople(act)
  return typed.flatMap((name) => {
    const found = name.toLowerCase() === 'me' ? [{ id: act.actor.personId, name: said`you¦with whom` }] : byName(name, people)
    noteNames(question, `${operator}:${name}`, { found, means: (names) => operator === 'from' ? said`written by ${names}` : said`asked of ${names}`, nobody: said`nobody of this name is here` })
    return found.map(({ id }) => id)
  })
}

/** The spaces to look in, out of those that the reader sees. */
export function spacesMeant(question: Question, spaces: readonly Space[]): readonly Space[] {
  if (question.in.length === 0) return spaces
  return question.in.flatMap((name) => {
    const found = byName(name, spaces)
    noteNames(question, `in:${name}`, { found, means: (names) => said`in ${names}`, nobody: said`there is no such space that you can see` })
    return found
  })
}

type Meant = { found: readonly { name: SaidValue }[]; means: (names: SaidValue) => Said; nobody: Said }

function noteNames(question: Question, text: string, { found, means, nobody }: Meant): void {
  say(question, text, found.length === 0 ? nobody : means(anyOf(found.map(({ name }) => name))), found.length === 0)
}

const anyOf = (names: readonly SaidValue[]): SaidValue => names.reduce((some, name) => said`${some} or ${name}`)
