import type { PageKind } from '../pages/kinds.ts'
import type { Words } from '../words/said.ts'
import type { Instant, WorkCalendar } from '../time/types.ts'

/** Who reads a page that is made, and when. */
export type Reader = { readonly id: string; readonly zone: string; readonly now: Instant; /** English unless given. */ readonly words?: Words }
export type Member = { readonly id: string; readonly name: string; readonly zone: string; readonly calendar: WorkCalendar; readonly roles: readonly string[]; readonly guest: boolean }
export type Place = { readonly id: string; readonly name: string; readonly purpose: string; readonly private: boolean; readonly noise: 'announcements' | 'work' | 'social' }
/** A page, or a decision that holds. `links`: how many entries point at it. */
export type Document = {
  readonly number: number; readonly title: string; readonly gist: string; readonly kind: PageKind | 'decision'; readonly spaceId: string; readonly spaceName: string
  readonly ownerId: string | null; readonly ownerName: string | null; readonly at: Instant; readonly truth: 'verified' | 'stale' | 'unverified'; readonly links: number
}
export type Wrap = {
  readonly number: number; readonly spaceId: string; readonly authorId: string; readonly authorName: string; readonly at: Instant; readonly mostImportant: string; readonly next: string
  readonly blockers: readonly { readonly text: string; readonly byName: string | null; readonly eta: Instant | null }[]
}
/** What is open or came to an end: `status` is the sentence that says how it stands. */
export type Matter = { readonly number: number; readonly title: string; readonly status: string; readonly spaceId: string; readonly byName: string; readonly at: Instant }
export type Clause = { readonly number: number; readonly title: string; readonly gist: string }
export type Role = { readonly name: string; readonly purpose: string; readonly holders: readonly { readonly id: string; readonly name: string }[] }
export type Agreement = { readonly version: number; readonly changedAt: Instant; readonly changedBy: string; readonly clauses: readonly Clause[]; readonly responses: readonly { readonly name: string; readonly within: string; readonly meaning: string }[] }
