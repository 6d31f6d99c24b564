import type { SpaceView } from '#contract/spaces.ts'
import { capital, countInWords, listInWords } from '../ui/format.ts'

const NOISE: Record<SpaceView['noise'], string> = { announcements: 'Announcements: few, and for everybody', work: 'Work', social: 'Social: nothing here needs an answer' }
/** More members than this are counted instead of named. */
const NAMED_AT_MOST = 6

/** What kind of space it is, in one line: `Work · open to the workspace`. */
export function kindWords({ noise, visibility, archived }: Pick<SpaceView, 'noise' | 'visibility' | 'archived'>): string {
  return [NOISE[noise], visibility === 'open' ? 'open to the workspace' : 'for its members only', archived && 'archived'].filter(Boolean).join(' · ')
}

/** Who is in it: `Ana, Ben and you are members.` The reader stands last. */
export function membersWords(members: readonly string[], names: ReadonlyMap<string, string>, me: string): string {
  const others = members.filter((id) => id !== me)
  const mine = others.length < members.length
  if (members.length === 0) return 'Nobody is a member yet.'
  if (members.length === 1) return mine ? 'You are the only member.' : `${names.get(others[0] ?? '') ?? 'Somebody'} is the only member.`
  if (members.length > NAMED_AT_MOST) return `${capital(countInWords(members.length))} people are members${mine ? ', you among them' : ''}.`
  const named = others.map((id) => names.get(id) ?? 'somebody who left')
  return `${listInWords(mine ? [...named, 'you'] : named)} are members.`
}
