import { tell } from '#server/attention/public.ts'
import type { Act } from '#server/platform/act.ts'
import type { Space } from '#server/spaces/public.ts'
import { calledIn } from './called.ts'
import { follows } from './people.ts'

/** A text that is written over and over, such as a page or a decision. `source` says how it reads to who is told; `but` hear of it otherwise. */
type About = { entryId: string; place: Pick<Space, 'id' | 'visibility' | 'archived_at'>; source: string; but?: readonly string[] }

/** Tells whoever such a text names that it did not name before; they follow it from then on. Calls to everybody reach nobody here: it is no message. */
export async function tellOfNames(act: Act, { entryId, place, source, but = [] }: About, { before, text }: { before: string; text: string }): Promise<void> {
  const [now, then] = [await calledIn(act, place, text), await calledIn(act, place, before)]
  const known = new Set([...then.named, ...but])
  const fresh = now.named.filter((id) => !known.has(id))
  if (fresh.length === 0) return
  await follows(act, entryId, fresh, 'mentioned')
  await tell(act, {
    key: `named:${act.newId()}`, kind: 'mention', source, subjectId: entryId, conversationId: entryId, spaceId: place.id,
    readers: fresh.map((personId) => ({ personId, standing: 'mentioned' })),
  })
}
