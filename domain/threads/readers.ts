/** Somebody who stands in a relation to a thread; `off` where they chose not to be told. */
export type Follower = { readonly personId: string; readonly follow: 'following' | 'muted' | 'off' }

/** Whom a text calls: by name or role, and together with everybody who is here or of the space. */
export type Called = { readonly named: readonly string[]; readonly everybody: readonly string[] }

export type ReaderStanding = 'mentioned' | 'following' | 'space' | 'broadcast' | 'muted'
export type ToTell = { readonly personId: string; readonly standing: ReaderStanding }

type Written = {
  readonly authorId: string
  readonly called: Called
  /** Who wrote what is quoted; being quoted is being spoken to. */
  readonly quotedId: string | null
  readonly followers: readonly Follower[]
  /** The members of the space, for what they are told of without following it: a new thread. */
  readonly memberIds?: readonly string[]
}

/**
 * Who is told of a text, and as what; the nearest relation counts. Calls by name reach also those who muted or left the
 * thread; a call to everybody does not. Somebody who mutes it is listed as such, so that the planner can say why nothing came.
 */
export function whoIsTold({ authorId, called, quotedId, followers, memberIds = [] }: Written): ToTell[] {
  const told = new Map<string, ReaderStanding>()
  for (const id of memberIds) told.set(id, 'space')
  for (const id of called.everybody) told.set(id, 'broadcast')
  for (const { personId, follow } of followers) {
    if (follow === 'off') told.delete(personId)
    else told.set(personId, follow === 'muted' ? 'muted' : 'following')
  }
  for (const id of [...called.named, ...quotedId === null ? [] : [quotedId]]) told.set(id, 'mentioned')
  told.delete(authorId)
  return [...told].map(([personId, standing]) => ({ personId, standing }))
}
