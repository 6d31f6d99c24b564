import { describe, expect, test } from 'vitest'
import { ACTIONS, allow, may } from './policy.ts'
import type { Action, Actor, EntryRights, PlaceRights, Role, Subject } from './policy.ts'

/** Written by hand and apart from the policy: who asks, what about, and which actions they may then do; all others they may not. */
const WORKSPACE = 'w1'
const MINE = 'space-of-mine'
const actor = (role: Role | 'system', more: Partial<Actor> = {}): Actor => ({ workspaceId: WORKSPACE, personId: 'me', role, memberOf: new Set([MINE]), ...more })
const owner = actor('owner')
const admin = actor('admin')
const member = actor('member')
const guest = actor('guest')
const place = (more: Partial<PlaceRights> = {}): PlaceRights => ({ workspaceId: WORKSPACE, id: MINE, visibility: 'private', archived: false, ...more })
const OTHERS = place({ id: 'elsewhere', visibility: 'open' })
const HIDDEN = place({ id: 'hidden' })
const entry = (more: Partial<EntryRights> = {}): EntryRights => ({ workspaceId: WORKSPACE, authorId: 'somebody', deleted: false, place: place(), ...more })

const EVERY = ['file.add', 'agreement.see', 'people.see'] as const
const NO_GUESTS = [...EVERY, 'space.create', 'holidays.add', 'exception.add'] as const
const MANAGING = [...NO_GUESTS, 'import.run', 'audit.read', 'workspace.manage', 'role.manage', 'agreement.change'] as const
const INSIDE = ['space.see', 'space.write'] as const

/** What somebody may do about this, beside what they may do about nothing in particular. */
function rightsAbout(who: Actor, subject: Subject): Action[] {
  for (const action of ACTIONS) expect([action, typeof may(who, action, subject)]).toEqual([action, 'boolean'])
  const anyway = new Set(ACTIONS.filter((action) => may(who, action) && action !== 'people.see'))
  return ACTIONS.filter((action) => may(who, action, subject) && !anyway.has(action) && (action !== 'people.see' || subject.person))
}

describe('about nothing in particular', () => {
  test.each<[string, Actor, readonly Action[]]>([['an owner', owner, [...MANAGING, 'workspace.own']], ['an admin', admin, MANAGING], ['a member', member, NO_GUESTS], ['a guest', guest, EVERY], ['Longhand itself', actor('system'), ACTIONS]])('%s', (_who, who, actions) => {
    expect(ACTIONS.filter((action) => may(who, action))).toEqual(ACTIONS.filter((action) => actions.includes(action)))
  })
})

describe('about a space', () => {
  test.each<[string, Actor, PlaceRights, readonly Action[]]>([
    ['a member of it', member, place(), [...INSIDE, 'space.manage']],
    ['a guest in it', guest, place(), INSIDE],
    ['a guest in an open one', guest, place({ visibility: 'open' }), INSIDE],
    ['a member of it, when it is open', member, place({ visibility: 'open' }), [...INSIDE, 'space.join', 'space.manage']],
    ['a member who is not in an open one', member, OTHERS, [...INSIDE, 'space.join']],
    ['an admin who is not in an open one', admin, OTHERS, [...INSIDE, 'space.join', 'space.manage']],
    ['a guest who is not in an open one', guest, OTHERS, []],
    ['a member who is not in a private one', member, HIDDEN, []], ['an admin who is not in a private one', admin, HIDDEN, []], ['an owner who is not in a private one', owner, HIDDEN, []],
    ['a member of an archived one', member, place({ archived: true }), ['space.see', 'space.manage']],
    ['a member, of an open one in the archive', member, place({ id: 'x', visibility: 'open', archived: true }), ['space.see']],
    ['an owner, of another workspace', owner, place({ workspaceId: 'w2', visibility: 'open' }), []],
  ])('%s', (_who, who, about, actions) => {
    expect(rightsAbout(who, { place: about })).toEqual(ACTIONS.filter((action) => actions.includes(action)))
  })
})

const READ = ['entry.see'] as const
const WRITE = [...READ, 'page.write', 'thread.write', 'text.mark'] as const
const SPLIT = ['thread.split', 'thread.move'] as const
const OWN = ['entry.see', 'entry.edit', 'entry.delete', 'page.write', 'thread.write', ...SPLIT] as const
const mine = { authorId: 'me' }

describe('about something written', () => {
  test.each<[string, Actor, EntryRights, readonly Action[]]>([
    ['its author', guest, entry(mine), OWN], ['a guest beside its author', guest, entry(), WRITE], ['a member beside its author', member, entry(), [...WRITE, ...SPLIT]],
    ['a member who is not in its open space', member, entry({ place: OTHERS }), WRITE], ['an admin who is not in its open space', admin, entry({ place: OTHERS }), [...WRITE, ...SPLIT]],
    ['a member who is not in its private space', member, entry({ place: HIDDEN }), []], ['its author who has left the private space', member, entry({ ...mine, place: HIDDEN }), []],
    ['an owner, in a private space', owner, entry({ place: HIDDEN }), []],
    ['its author, in the archive', member, entry({ ...mine, place: place({ archived: true }) }), READ], ['somebody, in the archive', member, entry({ place: place({ archived: true }) }), READ],
    ['its author, once deleted', member, entry({ ...mine, deleted: true }), ['entry.missed', 'entry.restore']], ['somebody, once deleted', owner, entry({ deleted: true }), ['entry.missed']],
    ['its author, once deleted in a space that they left', member, entry({ ...mine, deleted: true, place: HIDDEN }), []],
    ['its author, of no space', member, entry({ ...mine, place: null }), OWN], ['somebody, of no space', owner, entry({ place: null }), []],
    ['its author, of no space and deleted', member, entry({ ...mine, place: null, deleted: true }), ['entry.missed', 'entry.restore']],
    ['its author, of another workspace', owner, entry({ ...mine, workspaceId: 'w2', place: null }), []],
    ['who minds a page', guest, entry({ page: { ownerId: 'me' } }), [...WRITE, 'entry.delete']], ['who minds a page once deleted', guest, entry({ page: { ownerId: 'me' }, deleted: true }), ['entry.missed', 'entry.restore']],
    ['a guest, of a page that somebody else minds', guest, entry({ page: { ownerId: 'somebody' } }), WRITE], ['a member of the space of a page', member, entry({ page: { ownerId: null } }), [...WRITE, ...SPLIT, 'entry.delete']],
    ['a member who is not in the space of a page', member, entry({ place: OTHERS, page: { ownerId: null } }), WRITE], ['an admin, of a page anywhere open', admin, entry({ place: OTHERS, page: { ownerId: null } }), [...WRITE, ...SPLIT, 'entry.delete']],
    ['a page of no space and of nobody', admin, entry({ place: null, page: { ownerId: null } }), []],
  ])('%s', (_who, who, about, actions) => {
    expect(rightsAbout(who, { entry: about })).toEqual(ACTIONS.filter((action) => actions.includes(action)))
  })
})

const ANSWERS = ['ask.answer', 'ask.ask-back', 'ask.decline', 'ask.acknowledge', 'ask.rate', 'ask.snooze'] as const
const ASKS = ['ask.clarify', 'ask.withdraw', 'ask.reassign', 'ask.change-due', 'ask.not-answered', 'ask.snooze'] as const
const DECIDES = { authorId: 'a', accountableId: 'b', responsibleIds: ['c'], objectorIds: ['d'] }
const ARCHIVE = place({ archived: true })

describe('about asks, decisions, batons, lines and calls', () => {
  test.each<[string, Actor, Subject, readonly Action[]]>([
    ['who was asked', guest, { ask: { askerId: 'a', answererIds: ['b', 'me'], place: place() } }, [...ANSWERS, 'ask.add']], ['who asks', member, { ask: { askerId: 'me', answererIds: ['b'], place: place() } }, [...ASKS, 'ask.add']],
    ['who was asked, in the archive', member, { ask: { askerId: 'a', answererIds: ['me'], place: ARCHIVE } }, ANSWERS], ['somebody beside an ask', owner, { ask: { askerId: 'a', answererIds: ['b'], place: place() } }, ['ask.add']],
    ['who was asked and sees it no more', member, { ask: { askerId: 'a', answererIds: ['me'], place: HIDDEN } }, []], ['who asked and sees it no more', owner, { ask: { askerId: 'me', answererIds: [], place: HIDDEN } }, []],
    ['who asks elsewhere', owner, { ask: { askerId: 'me', answererIds: ['me'], place: place({ workspaceId: 'w2' }) } }, []],
    ['who wrote a decision', guest, { decision: { ...DECIDES, authorId: 'me', place: place() } }, ['decision.speak', 'decision.write']], ['who is accountable', guest, { decision: { ...DECIDES, accountableId: 'me', place: place() } }, ['decision.speak', 'decision.write', 'decision.decide', 'decision.talk']],
    ['who is responsible', guest, { decision: { ...DECIDES, responsibleIds: ['c', 'me'], place: place() } }, ['decision.speak', 'decision.write']], ['who objects', guest, { decision: { ...DECIDES, objectorIds: ['me'], place: place() } }, ['decision.speak', 'decision.talk']],
    ['an admin beside a decision', admin, { decision: { ...DECIDES, place: place() } }, ['decision.speak']], ['an admin, of one that nobody is accountable for', admin, { decision: { ...DECIDES, accountableId: null, place: place() } }, ['decision.speak', 'decision.write']],
    ['a member, of one that nobody is accountable for', member, { decision: { ...DECIDES, accountableId: null, place: place() } }, ['decision.speak']], ['who is accountable, in the archive', member, { decision: { ...DECIDES, accountableId: 'me', objectorIds: ['me'], authorId: 'me', place: ARCHIVE } }, []],
    ['who is accountable and sees it no more', owner, { decision: { ...DECIDES, accountableId: 'me', objectorIds: ['me'], authorId: 'me', place: HIDDEN } }, []],
    ['who has a baton', guest, { baton: { giverId: 'a', receiverId: 'me', firstReceiverId: 'b', place: place() } }, ['baton.accept', 'baton.return', 'baton.take', 'baton.done', 'baton.reopen']], ['who was to have it first', guest, { baton: { giverId: 'a', receiverId: 'b', firstReceiverId: 'me', place: place() } }, ['baton.accept', 'baton.take']],
    ['who gives it', member, { baton: { giverId: 'me', receiverId: 'b', firstReceiverId: null, place: place() } }, ['baton.answer', 'baton.offer', 'baton.withdraw', 'baton.take']], ['somebody beside a baton', owner, { baton: { giverId: 'a', receiverId: 'b', firstReceiverId: 'b', place: place() } }, ['baton.take']],
    ['who has a baton in the archive', member, { baton: { giverId: 'me', receiverId: 'me', firstReceiverId: null, place: ARCHIVE } }, ['baton.accept', 'baton.return', 'baton.answer', 'baton.offer', 'baton.withdraw', 'baton.done', 'baton.reopen']], ['who has a baton out of sight', owner, { baton: { giverId: 'me', receiverId: 'me', firstReceiverId: 'me', place: HIDDEN } }, []],
    ['who was named to clear a line', guest, { line: { authorId: 'a', personId: 'me', place: place() } }, ['line.clear']], ['who wrote a line', guest, { line: { authorId: 'me', personId: 'b', place: place() } }, ['line.clear']], ['anybody, where nobody was named', guest, { line: { authorId: 'a', personId: null, place: place() } }, ['line.clear']],
    ['somebody beside a line', owner, { line: { authorId: 'a', personId: 'b', place: place() } }, []], ['who wrote a line in the archive', member, { line: { authorId: 'me', personId: null, place: ARCHIVE } }, []],
    ['who is in a call', guest, { call: { people: ['a', 'me'], entry: entry() } }, [...WRITE, 'call.see']], ['somebody beside a call', guest, { call: { people: ['a'], entry: entry() } }, WRITE], ['who is in a call out of sight', owner, { call: { people: ['me'], entry: entry({ place: HIDDEN }) } }, []],
  ])('%s', (_who, who, subject, actions) => {
    const about = rightsAbout(who, subject).filter((action) => subject.call ? action === 'call.see' || action.startsWith('entry.') || action.startsWith('thread.w') : !action.startsWith('space.'))
    expect(about).toEqual(ACTIONS.filter((action) => actions.includes(action) && (!subject.call || action === 'call.see' || action.startsWith('entry.') || action.startsWith('thread.w'))))
  })
})

const person = (id: string, role: Role, memberOf: string[] = [], workspaceId = WORKSPACE) => ({ person: { workspaceId, id, role, memberOf } })
const PERSON = ['people.see', 'person.edit', 'person.manage'] as const
const file = (ownerId: string, more: object = {}) => ({ file: { workspaceId: WORKSPACE, ownerId, deleted: false, uses: [], ...more } })
const use = (byId: string, of: EntryRights, hidden = false) => ({ byId, entry: of, hidden })
const FILE = ['file.see', 'file.delete'] as const

describe('about people, shifts, webhooks and files', () => {
  test.each<[string, Actor, Subject, readonly Action[]]>([
    ['an owner, of an owner', owner, person('x', 'owner'), PERSON], ['an admin, of an owner', admin, person('x', 'owner'), ['people.see', 'person.edit']], ['an admin, of an admin', admin, person('x', 'admin'), PERSON],
    ['a member, of another', member, person('x', 'member'), ['people.see']], ['a member, of oneself', member, person('me', 'member'), ['people.see', 'person.edit']], ['a guest, of oneself', guest, person('me', 'guest'), ['people.see', 'person.edit']],
    ['a guest, of somebody in their space', guest, person('x', 'member', ['elsewhere', MINE]), ['people.see']], ['a guest, of anybody else', guest, person('x', 'member', ['elsewhere']), []], ['an owner, of another workspace', owner, person('me', 'member', [MINE], 'w2'), []],
    ['who offers a shift', member, { swap: { workspaceId: WORKSPACE, giverId: 'me', takerId: 'b' } }, ['swap.see', 'swap.withdraw']], ['who is offered one', guest, { swap: { workspaceId: WORKSPACE, giverId: 'a', takerId: 'me' } }, ['swap.see', 'swap.answer']],
    ['an admin beside a shift', admin, { swap: { workspaceId: WORKSPACE, giverId: 'a', takerId: 'b' } }, ['swap.see']], ['a member beside a shift', member, { swap: { workspaceId: WORKSPACE, giverId: 'a', takerId: 'b' } }, []], ['who offers one elsewhere', owner, { swap: { workspaceId: 'w2', giverId: 'me', takerId: 'me' } }, []],
    ['who owns a webhook and manages', admin, { webhook: { workspaceId: WORKSPACE, ownerId: 'me' } }, ['webhook.see', 'webhook.change', 'webhook.stop']], ['who owns one and manages no more', member, { webhook: { workspaceId: WORKSPACE, ownerId: 'me' } }, ['webhook.see', 'webhook.stop']],
    ['an owner, of one of another', owner, { webhook: { workspaceId: WORKSPACE, ownerId: 'x' } }, ['webhook.see', 'webhook.stop']], ['a member, of one of another', member, { webhook: { workspaceId: WORKSPACE, ownerId: 'x' } }, []], ['an owner, of one of another workspace', owner, { webhook: { workspaceId: 'w2', ownerId: 'me' } }, []],
    ['whose file it is', guest, file('me'), FILE], ['somebody else, of a file that no text shows', owner, file('x'), []], ['whose file it was', member, file('me', { deleted: true }), ['file.restore']], ['somebody else, of a deleted file', owner, file('x', { deleted: true, uses: [use('x', entry())] }), []],
    ['who sees a text with it', guest, file('x', { uses: [use('x', entry({ place: HIDDEN })), use('x', entry())] }), ['file.see']], ['whose file it is, in a text out of sight', member, file('me', { uses: [use('me', entry({ place: HIDDEN }))] }), []],
    ['whose file it is, in a text of theirs', member, file('me', { uses: [use('me', entry())] }), FILE], ['whose file it is, in a text of somebody else', member, file('me', { uses: [use('me', entry()), use('x', entry())] }), ['file.see']],
    ['who sees a text that was deleted', member, file('x', { uses: [use('x', entry(), true)] }), []], ['whose deleted file is in a text out of sight', member, file('me', { deleted: true, uses: [use('me', entry({ place: HIDDEN }))] }), []], ['whose file it is, elsewhere', owner, file('me', { workspaceId: 'w2' }), []],
  ])('%s', (_who, who, subject, actions) => {
    expect(rightsAbout(who, subject)).toEqual(ACTIONS.filter((action) => actions.includes(action)))
  })
})

describe('a refusal', () => {
  const codeOf = (who: Actor, action: Action, subject?: Subject) => { try { allow(who, action, subject); return 'allowed' } catch (error) { return (error as { code: string }).code } }
  test.each<[string, Actor, Action, Subject | undefined, string]>([
    ['what may be done', owner, 'workspace.own', undefined, 'allowed'], ['what is not theirs to do', member, 'workspace.manage', undefined, 'not_allowed'], ['what may not be seen is said not to exist', member, 'space.see', { place: HIDDEN }, 'not_found'],
    ['nor may it be written in', member, 'space.write', { place: HIDDEN }, 'not_found'], ['an archive is seen', member, 'space.write', { place: ARCHIVE }, 'not_allowed'], ['somebody hidden', guest, 'person.edit', person('x', 'member'), 'not_found'], ['somebody seen', member, 'person.edit', person('x', 'member'), 'not_allowed'],
    ['an entry that is hidden', member, 'entry.edit', { entry: entry({ place: HIDDEN }) }, 'not_found'], ['an entry that is seen', member, 'entry.edit', { entry: entry() }, 'not_allowed'], ['a deleted entry', member, 'entry.edit', { entry: entry({ deleted: true }) }, 'not_allowed'],
    ['a webhook that is hidden', member, 'webhook.stop', { webhook: { workspaceId: WORKSPACE, ownerId: 'x' } }, 'not_found'], ['a webhook that is seen', owner, 'webhook.change', { webhook: { workspaceId: WORKSPACE, ownerId: 'x' } }, 'not_allowed'],
    ['a shift of others', member, 'swap.see', { swap: { workspaceId: WORKSPACE, giverId: 'a', takerId: 'b' } }, 'not_found'], ['to answer for somebody else', admin, 'swap.answer', { swap: { workspaceId: WORKSPACE, giverId: 'a', takerId: 'b' } }, 'not_allowed'],
    ['a hidden ask', owner, 'ask.answer', { ask: { askerId: 'a', answererIds: ['me'], place: HIDDEN } }, 'not_found'], ['a seen ask', owner, 'ask.answer', { ask: { askerId: 'a', answererIds: ['b'], place: place() } }, 'not_allowed'],
    ['a hidden decision', owner, 'decision.speak', { decision: { ...DECIDES, place: HIDDEN } }, 'not_found'], ['a hidden baton', owner, 'baton.take', { baton: { giverId: 'a', receiverId: null, firstReceiverId: null, place: HIDDEN } }, 'not_found'], ['a hidden line', owner, 'line.clear', { line: { authorId: 'a', personId: null, place: HIDDEN } }, 'not_found'],
  ])('%s', (_what, who, action, subject, code) => {
    expect(codeOf(who, action, subject)).toBe(code)
  })
})
