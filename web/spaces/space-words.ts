import type { SpaceView } from '#contract/spaces.ts'
import { capital, countInWords, listInWords } from '../ui/format.ts'
import { t } from '../ui/words.ts'

const NOISE: Record<SpaceView['noise'], string> = { announcements: t`Announcements: few, and for everybody`, work: t`Work`, social: t`Social: nothing here needs an answer` }
/** More members than this are counted instead of named. */
const NAMED_AT_MOST = 6

/** What kind of space it is, in one line: `Work · open to the workspace`. */
export function kindWords({ noise, visibility, archived }: Pick<SpaceView, 'noise' | 'visibility' | 'archived'>): string {
  return [NOISE[noise], visibility === 'open' ? t`open to the workspace` : t`for its members only`, archived && t`archived`].filter(Boolean).join(' · ')
}

/** Who is in it: `Ana, Ben and you are members.` The reader stands last. */
export function membersWords(members: readonly string[], names: ReadonlyMap<string, string> | undefined, me: string): string {
  const others = members.filter((id) => id !== me)
  const mine = others.length < members.length
  if (members.length === 0) return t`Nobody is a member yet.`
  if (members.length === 1) return mine ? t`You are the only member.` : t`${names?.get(others[0] ?? '') ?? t`Somebody`} is the only member.`
  if (names === undefined || members.length > NAMED_AT_MOST) return t`${capital(countInWords(members.length))} people are members${mine ? t`, you among them` : ''}.`
  const named = others.map((id) => names.get(id) ?? t`somebody who left`)
  return t`${listInWords(mine ? [...named, t`you`] : named)} are members.`
}

/**
 * What open and private mean, for whoever chooses.
 * @param space the space as it stands; absent for a new one, of which its maker is a member
 */
export function visibilityWords(visibility: SpaceView['visibility'], space?: Pick<SpaceView, 'visibility' | 'joined' | 'archived'>): string {
  if (visibility === 'open') return space?.visibility === 'private' ? t`Everybody in the workspace will read all that was ever written here, and can join; guests see it only once they are added.` : t`Everybody in the workspace can read it, write in it and join it; guests see it only once they are added.`
  if (space?.joined === false) return t`Only its members will see it, and you are none of them: join it first.`
  return t`Only its members can read it or see that it exists.`
}

/** What it means to be taken out of a space. */
export function takenOutWords(visibility: SpaceView['visibility']): string {
  return visibility === 'open' ? t`Whoever is taken out can still read here, and join again; a guest can not.` : t`Whoever is taken out no longer sees the space or anything written in it.`
}

type Named = { id: string, name: string }

/** The members whose names are known, in the order of the space. */
export function membersIn(members: readonly string[], people: readonly Named[]): Named[] {
  return members.flatMap((id) => people.find((person) => person.id === id) ?? [])
}

/** Everybody who is no member yet, by name. */
export function outsiders(members: readonly string[], people: readonly Named[]): Named[] {
  return people.filter(({ id }) => !members.includes(id)).toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}
