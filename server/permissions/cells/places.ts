import { randomUUID } from 'node:crypto'
import { createToken } from '#contract/access.ts'
import { postAsk } from '#contract/asks.ts'
import type { Call } from '#contract/client.ts'
import { createDecision } from '#contract/decisions.ts'
import { postWrap } from '#contract/handoffs.ts'
import { invitePerson } from '#contract/members.ts'
import { deleteEntry } from '#contract/entries.ts'
import { createPage } from '#contract/pages.ts'
import { SCOPES } from '#contract/scopes.ts'
import type { Role } from '#domain/policy.ts'
import { addPerson } from '#server/people/public.ts'
import { makeAct, systemActor } from '#server/platform/act.ts'
import { freshToken } from '#server/platform/auth/tokens.ts'
import { weekdays } from '#server/app.test-kit.ts'
import { archiveSpace } from '#contract/spaces.ts'
import { postReply, postThread } from '#contract/threads.ts'
import { buildWorld, OTHER_WORKSPACE, SECRET } from '../world.ts'
import type { World } from '../world.ts'
import { ANSWERER } from './expectations.ts'
import type { Caller, Place } from './expectations.ts'
import type { Kind, Target } from './operations.ts'

/** The matrix's world with everybody who calls in a cell, in both workspaces, and a maker of things in each place. */
export type Cells = {
  world: World
  /** What each caller sends as their token; null for nobody. */
  tokens: Record<'own' | 'other', Record<Caller, string | null>>
  /** A new thing of the author in a place. */
  fresh(kind: Kind, place: Place): Promise<Target>
}

type Named = { author: string; lead: string; member: string; guest: string; admin: string; owner: string }

export async function buildCells(on: { url: string }): Promise<Cells> {
  const world = await buildWorld(on)
  const { app, people } = world
  const named: Named = { author: people.insider, lead: (await app.person('Leo Lead', { joins: false })).id, member: people.member, guest: people.guest, admin: people.admin, owner: people.owner }
  const tokens = { own: await tokensOf(world, named, app.workspaceId), other: await tokensOf(world, await inOtherWorkspace(world), OTHER_WORKSPACE) }
  const author = await world.as('insider')
  return {
    world, tokens,
    async fresh(kind, place) {
      const spaceId = await spaceOf(world, named, place)
      const made = kind === 'space' ? { number: 0, replyId: '' } : await written(author, { kind, spaceId, answerer: named[ANSWERER[place]], author: named.author })
      if (place === 'archived') await author(archiveSpace, { id: spaceId, archived: true })
      if (place === 'deleted') await author(deleteEntry, { number: made.number })
      return { ...made, spaceId, people: { lead: named.lead, author: named.author, member: named.member } }
    },
  }
}

function spaceOf(world: World, { author, lead, member, guest }: Named, place: Place): Promise<string> {
  if (place === 'open' || place === 'archived' || place === 'deleted') return world.freshSpace('open', [author, lead])
  return world.freshSpace('private', place === 'direct' ? [author, member] : place === 'client' ? [author, lead, guest] : [author, lead])
}

async function written(call: Call, { kind, spaceId, answerer, author }: { kind: Exclude<Kind, 'space'>; spaceId: string; answerer: string; author: string }): Promise<{ number: number; replyId: string }> {
  if (kind === 'thread') {
    const { number } = await call(postThread, { spaceId, title: SECRET, body: SECRET })
    return { number, replyId: (await call(postReply, { number, body: SECRET })).id }
  }
  const { number } = kind === 'wrap' ? await call(postWrap, { spaceId, state: SECRET, nextAction: SECRET, mostImportant: SECRET })
    : kind === 'ask' ? await call(postAsk, { spaceId, title: SECRET, body: SECRET, kind: 'answer', to: answerer })
    : kind === 'page' ? await call(createPage, { spaceId, kind: 'runbook', title: `${SECRET} ${randomUUID()}`, text: `1. ${SECRET}` })
    : await call(createDecision, { spaceId, content: { title: SECRET, needed: SECRET, options: [{ id: 'old', title: 'The old one' }, { id: 'new', title: SECRET }] }, roles: { responsibleIds: [], consultedIds: [answerer], informedIds: [], accountableId: author }, open: true })
  return { number, replyId: '' }
}

async function tokensOf(world: World, named: Named, workspaceId: string): Promise<Record<Caller, string | null>> {
  const { app } = world
  const session = async (id: string) => (await app.sessionOf(id, workspaceId)).token
  const member = await app.sessionOf(named.member, workspaceId)
  const token = async (scopes: typeof SCOPES[number][]) => (await member.call(createToken, { label: 'cells', scopes })).token
  return {
    anonymous: null, linkHolder: freshToken('baton', workspaceId).token, invitee: await inviteOf(world), deactivated: await world.tokenOf('deactivated', 'account:read'),
    guest: await session(named.guest), member: member.token, lead: await session(named.lead), author: await session(named.author), admin: await session(named.admin), owner: await session(named.owner),
    readToken: await token(SCOPES.filter((scope) => scope.endsWith(':read'))), writeToken: await token(SCOPES.filter((scope) => scope.endsWith(':write'))), mcpToken: await token([...SCOPES]), mail: null,
  }
}

const inviteOf = async (world: World): Promise<string> => (await (await world.as('owner'))(invitePerson, { email: `${randomUUID()}@example.com` })).link.split('/').at(-1) ?? ''

/** The same people once more, in the stranger's workspace, where nothing is written. */
async function inOtherWorkspace({ app, people }: World): Promise<Named> {
  const { platform } = app.app
  const now = platform.clock.now()
  return platform.db.transaction().execute(async (tx) => {
    const act = makeAct(platform, { tx, now, actor: systemActor(OTHER_WORKSPACE) })
    const made = (name: string, role: Role) => addPerson(act, { name, email: `${name}@beta.example`, role, zone: 'Europe/Berlin', weeks: [weekdays('09:00', '17:00')], state: 'active', passwordHash: null })
    return { author: await made('author', 'member'), lead: await made('lead', 'member'), member: await made('member', 'member'), guest: await made('guest', 'guest'), admin: await made('admin', 'admin'), owner: people.stranger }
  })
}
