import { whoIsTold } from '#domain/threads/readers.ts'
import type { Follower, ToTell } from '#domain/threads/readers.ts'
import { tell } from '#server/attention/public.ts'
import type { InboxKind } from '#server/attention/public.ts'
import type { Act } from '#server/platform/act.ts'
import { membersOf } from '#server/spaces/public.ts'
import { calledIn } from './called.ts'
import type { Thread } from './load.ts'
import { followersOf, follows } from './people.ts'

type About = Pick<Thread, 'id' | 'spaceId'> & { rights: { place: NonNullable<Thread['rights']['place']> } }
type Item = { key: string; kind: InboxKind; source: string; subjectId: string }

const placeOf = ({ rights: { place } }: About) => ({ id: place.id, visibility: place.visibility, archived_at: null })

async function tellAll(act: Act, thread: About, { key, kind, source, subjectId }: Item, told: readonly ToTell[]): Promise<void> {
  const about = { key, source, subjectId, conversationId: thread.id, spaceId: thread.spaceId }
  const mentioned = told.filter(({ standing }) => standing === 'mentioned')
  const others = told.filter(({ standing }) => standing !== 'mentioned')
  if (mentioned.length > 0) await tell(act, { ...about, key: `${key}:mention`, kind: 'mention', readers: mentioned })
  if (others.length > 0) await tell(act, { ...about, kind, readers: others })
}

/** Tells of a new thread: whom it calls, and the members of its space in their digest. Whoever is called by name follows it. */
export async function tellOfThread(act: Act, thread: About, { text, mustRead = [], toldAlready = [] }: { text: string; mustRead?: readonly string[]; toldAlready?: readonly string[] }): Promise<void> {
  const called = await calledIn(act, placeOf(thread), text)
  await follows(act, thread.id, called.named, 'mentioned')
  const told = whoIsTold({ authorId: act.actor.personId, called, quotedId: null, followers: [], memberIds: await membersOf(act, thread.spaceId) })
  const must = mustRead.filter((id) => id !== act.actor.personId)
  if (must.length > 0) {
    await tell(act, {
      key: `thread:${thread.id}:must-read`, kind: 'change', source: 'threads.change', subjectId: thread.id, conversationId: thread.id, spaceId: thread.spaceId, obliges: true,
      readers: must.map((personId) => ({ personId, standing: 'mentioned' })),
    })
  }
  await tellAll(act, thread, { key: `thread:${thread.id}`, kind: 'thread', source: 'threads.thread', subjectId: thread.id }, told.filter(({ personId }) => !must.includes(personId) && !toldAlready.includes(personId)))
}

type Written = { id: string; text: string; quotedId: string | null; followers: readonly Follower[]; toldAlready?: readonly string[] }

/** Tells of a reply: whom it calls or quotes, and whoever follows the thread. */
export async function tellOfReply(act: Act, thread: About, { id, text, quotedId, followers, toldAlready = [] }: Written): Promise<void> {
  const called = await calledIn(act, placeOf(thread), text)
  await follows(act, thread.id, called.named, 'mentioned')
  const told = whoIsTold({ authorId: act.actor.personId, called, quotedId, followers }).filter(({ personId }) => !toldAlready.includes(personId))
  await tellAll(act, thread, { key: `reply:${id}`, kind: 'reply', source: 'threads.reply', subjectId: id }, told)
}

/** Tells of names that came into a text by an edit. Whoever follows was told of it already, or will be, as it reads then. */
export async function tellOfEdit(act: Act, thread: About, { subjectId, text }: { subjectId: string; text: string }): Promise<void> {
  const { named } = await calledIn(act, placeOf(thread), text)
  if (named.length === 0) return
  const known = new Set((await followersOf(act, thread.id)).map(({ personId }) => personId))
  const fresh = named.filter((id) => !known.has(id))
  if (fresh.length === 0) return
  await follows(act, thread.id, fresh, 'mentioned')
  await tell(act, {
    key: `edit:${act.newId()}`, kind: 'mention', source: subjectId === thread.id ? 'threads.thread' : 'threads.reply', subjectId,
    conversationId: thread.id, spaceId: thread.spaceId, readers: fresh.map((personId) => ({ personId, standing: 'mentioned' })),
  })
}
