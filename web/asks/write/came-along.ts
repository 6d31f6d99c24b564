import type { FileLink } from '#contract/threads.ts'
import { readKept } from '../../app/draft-logic.ts'
import type { JustAsked } from '../../app/just-asked.ts'
import { slotOf } from '../../app/text-draft-list.ts'
import type { AskDraft } from './ask-draft.ts'

/** Where a thread that is being written is kept. */
export const THREAD_SLOT = 'thread'

/** What the address of the page says: where the ask stands and what was taken over from another page. */
export type CameAlong = {
  thread: number | undefined
  replyId: string | null
  /** The text of a thread that was being written becomes an ask. */
  fromThread: boolean
  text: Partial<AskDraft>
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

type Elsewhere = {
  /** A thread that is being written. */
  beingWritten?: Partial<Pick<AskDraft, 'title' | 'body' | 'files'>> | undefined
  /** An ask that was sent from this window. */
  asked?: (number: number) => JustAsked | undefined
}

/** @param query of the address: `?thread=12&reply=…`, `?space=…&to=…&title=…&body=…`, `?from=thread`, `?again=128` for one that was taken back */
export function cameAlong(query: string, { beingWritten, asked }: Elsewhere): CameAlong {
  const search = new URLSearchParams(query)
  const idIn = (name: string) => [search.get(name) ?? ''].find((id) => ID.test(id))
  const words = (name: 'title' | 'body') => search.get(name)?.trim() ?? ''
  const number = Number(search.get('thread'))
  const fromThread = search.get('from') === THREAD_SLOT && beingWritten !== undefined
  const again = search.has('again') ? asked?.(Number(search.get('again'))) : undefined
  const [spaceId, to] = [idIn('space'), idIn('to')]
  return {
    thread: Number.isInteger(number) && number > 0 ? number : again?.thread, replyId: idIn('reply') ?? idIn('from') ?? null, fromThread,
    text: { ...(spaceId && { spaceId }), ...(to && { to }), ...(fromThread && beingWritten), ...(words('title') && { title: words('title') }), ...(words('body') && { body: words('body') }), ...again?.draft },
  }
}

/** The thread that somebody is writing on this device; undefined where there is none. */
export function threadBeingWritten(stored: Pick<Storage, 'getItem'>, personId: string): Pick<AskDraft, 'title' | 'body' | 'files'> | undefined {
  const kept = readKept<{ title?: string, body?: string, files?: readonly FileLink[] }>(stored.getItem(`longhand.draft.${slotOf(THREAD_SLOT, personId)}`))
  const { title = '', body = '', files = [] } = kept?.value ?? {}
  return title.trim() === '' && body.trim() === '' ? undefined : { title, body, files }
}
