/**
 * What must be answered, written by hand and apart from the policy: who sees each kind of place, and what each kind of
 * act asks of them beyond seeing. A cell is one operation, one visibility, one caller, one workspace.
 */
export const VISIBILITIES = ['open', 'private', 'direct', 'client', 'archived', 'deleted', 'draft', 'public'] as const
/**
 * `open`: a space open to the workspace. `private`: a space of two people. `direct`: a space of another two, as near as this product
 * comes to talk between two. `client`: a private space that a guest is let into. `archived`, `deleted`: of an open space.
 */
export type Place = Exclude<(typeof VISIBILITIES)[number], 'draft' | 'public'>
export const PLACES = VISIBILITIES.filter((one): one is Place => one !== 'draft' && one !== 'public')

export const CALLERS = ['anonymous', 'linkHolder', 'invitee', 'deactivated', 'guest', 'member', 'lead', 'author', 'admin', 'owner', 'readToken', 'writeToken', 'mcpToken', 'mail'] as const
export type Caller = (typeof CALLERS)[number]

/** Not there, and why. */
export const NOT_APPLICABLE: Readonly<Record<string, string>> = {
  draft: 'what is being written is no entry: it stands under a slot of its own person, and the slots have rows of their own',
  public: 'nothing of a workspace is shown to anybody who is not signed in; each cell of somebody who is not is looked at anyway',
  mail: 'a mail names no entry: it acts at the address of one message to one person, which has tests of its own (server/mail-in)',
  'no tool': 'MCP is offered this operation no more than any other that is no tool',
}

/** How somebody is refused, or not: `let` is any answer that only somebody who may would get, a conflict included. */
export type Verdict = 'let' | 'refused' | 'hidden' | 'scope' | 'out'

/** Who sees what stands in each place; everybody else is told that there is nothing. */
const SEES: Readonly<Record<Place, readonly Caller[]>> = {
  open: ['author', 'lead', 'member', 'admin', 'owner'],
  private: ['author', 'lead'],
  direct: ['author', 'member'],
  client: ['author', 'lead', 'guest'],
  archived: ['author', 'lead', 'member', 'admin', 'owner'],
  deleted: [],
}
/** Who belongs to each place, and so keeps it in order, unless they are a guest. Who manages the workspace keeps what they see. */
const KEEPS: Readonly<Record<Place, readonly Caller[]>> = {
  open: ['author', 'lead', 'admin', 'owner'], private: ['author', 'lead'], direct: ['author', 'member'], client: ['author', 'lead'], archived: ['author', 'lead', 'admin', 'owner'], deleted: [],
}
/** Whom the author asks there. */
export const ANSWERER: Readonly<Record<Place, 'lead' | 'member'>> = { open: 'lead', private: 'lead', direct: 'member', client: 'lead', archived: 'lead', deleted: 'lead' }

/**
 * What an operation asks of whoever sees the thing. `read`, `mark`: nothing, also in the archive. `write`: that it is not archived.
 * `own`: to be its author, not archived. `keep`: to keep the place, not archived. `manage`: the same, also in the archive.
 * `asker`, `answerer`: to be that person, also in the archive. `others`: to write there, and not to be the author. `restore`: to be the author of what was deleted. `back`: nobody; what stands is not brought back.
 */
export type Needs = 'read' | 'mark' | 'write' | 'own' | 'keep' | 'manage' | 'asker' | 'answerer' | 'others' | 'join' | 'restore' | 'back'

/** As whom a token speaks. */
const speaksAs = (caller: Caller): Caller => caller === 'readToken' || caller === 'writeToken' || caller === 'mcpToken' ? 'member' : caller
const SIGNED_OUT: readonly Caller[] = ['anonymous', 'linkHolder', 'invitee', 'deactivated']

type Cell = { needs: Needs; reads: boolean; place: Place; caller: Caller; workspace: 'own' | 'other' }

export function expected({ needs, reads, place, caller, workspace }: Cell): Verdict {
  if (SIGNED_OUT.includes(caller)) return 'out'
  if (caller === 'readToken' && !reads) return 'scope'
  if (caller === 'writeToken' && reads) return 'scope'
  const who = speaksAs(caller)
  if (needs === 'restore') return workspace === 'own' && place === 'deleted' && who === 'author' ? 'let' : 'hidden'
  if (workspace === 'other' || !SEES[place].includes(who) || needs === 'back') return 'hidden'
  return allowed(needs, place, who) ? 'let' : 'refused'
}

function allowed(needs: Needs, place: Place, who: Caller): boolean {
  const stands = place !== 'archived'
  switch (needs) {
    case 'read': case 'mark': return true
    case 'write': return stands
    case 'own': return stands && who === 'author'
    case 'others': return stands && who !== 'author'
    case 'keep': return stands && KEEPS[place].includes(who)
    case 'manage': return KEEPS[place].includes(who)
    case 'join': return place === 'open'
    case 'asker': return who === 'author'
    case 'answerer': return who === ANSWERER[place]
    case 'restore': case 'back': return false
  }
}
