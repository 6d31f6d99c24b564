import type { GivenTo } from '#contract/operation.ts'
import type { postThread } from '#contract/threads.ts'
import type { KeptFile } from '../../app/offline/unsent.ts'
import { t } from '../../ui/words.ts'

/** The slot of a thread that is being written. */
export const SLOT = 'thread'

/** A thread that is being written. */
export type NewThread = {
  kind: 'thread' | 'change'
  spaceId: string | null
  title: string
  body: string
  files: readonly KeptFile[]
  change: { was: string, now: string, since: string, why: string, mustRead: readonly string[] }
}

export const NEW_THREAD: NewThread = { kind: 'thread', spaceId: null, title: '', body: '', files: [], change: { was: '', now: '', since: '', why: '', mustRead: [] } }

export type Missing = Partial<Record<'space' | 'title' | 'body' | 'was' | 'now' | 'since' | 'why', string>>

/** What is missing before it can be sent, in a sentence each. */
export function missingIn({ kind, spaceId, title, body, change }: NewThread): Missing {
  const say = (text: string, sentence: string) => (text.trim() === '' ? sentence : undefined)
  const missing: Record<keyof Missing, string | undefined> = {
    space: spaceId === null ? t`Choose the space it stands in.` : undefined, title: say(title, t`Give it a title that says what it is about.`),
    body: kind === 'thread' ? say(body, t`Write what it is about.`) : undefined,
    ...(kind === 'change'
      ? { was: say(change.was, t`Say how it was.`), now: say(change.now, t`Say how it is now.`), since: say(change.since, t`Say since when.`), why: say(change.why, t`Say why it changed.`) }
      : { was: undefined, now: undefined, since: undefined, why: undefined }),
  }
  return Object.fromEntries(Object.entries(missing).filter(([, sentence]) => sentence !== undefined))
}

/** As it is sent. */
export function postOf(draft: NewThread): GivenTo<typeof postThread> {
  const { kind, spaceId, title, body, files, change } = draft
  const shared = { spaceId: spaceId ?? '', title: title.trim(), body: body.trim(), files: files.map(({ id }) => id), kind }
  return kind === 'thread' ? shared : { ...shared, change: { was: change.was.trim(), now: change.now.trim(), since: change.since, why: change.why.trim(), mustRead: [...change.mustRead] } }
}
