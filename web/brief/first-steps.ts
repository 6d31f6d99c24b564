import type { EntryView } from '#contract/spaces.ts'
import { t } from '../ui/words.ts'

/** What is true of a workspace and of one person in it. */
export type Standing = {
  personId: string
  /** Owner or admin: whoever makes the place, rather than joins it. */
  manages: boolean
  hasHours: boolean
  /** Besides the person, invited ones among them. */
  others: number
  /** That the person has joined. */
  spaces: number
  /** What the person has written. */
  written: readonly EntryView['kind'][]
}

/** One thing that is done once; it is ticked by what is true, and never by hand. */
export type Step = { name: string, done: boolean, href: string }

/** What a first person does in a new workspace, or somebody who joined one: at most five steps, in the order in which they help. */
export function firstSteps({ personId, manages, hasHours, others, spaces, written }: Standing): readonly Step[] {
  const wrapped = written.includes('wrap')
  const wrote = written.some((kind) => kind !== 'wrap')
  return [
    { name: t`Say when you work, so that nothing reaches you outside of it`, done: hasHours, href: `/people/${personId}` },
    ...(manages ? [{ name: t`Invite somebody`, done: others > 0, href: '/members' }] : []),
    manages ? { name: t`Make a space for what you work on`, done: spaces > 1, href: '/spaces' } : { name: t`Join a space`, done: spaces > 0, href: '/spaces' },
    { name: t`Sign your first wrap: a minute at the end of a shift`, done: wrapped, href: '/wrap' },
    { name: t`Write something down: a thread, an ask, a decision or a page`, done: wrote, href: '/threads/new' },
  ]
}
