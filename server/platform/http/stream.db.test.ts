import { signOut } from '#contract/account.ts'
import { changeRole, deactivateMember, invitePerson, renewInvite, revokeInvite } from '#contract/members.ts'
import { setHours } from '#contract/people.ts'
import { archiveSpace, createSpace, editSpace, leaveSpace } from '#contract/spaces.ts'
import { describeOnBoth } from '#server/platform/db/db.test-kit.ts'
import { startTestApp, weekdays } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'

type Told = { id: string; event: string; data: Record<string, unknown> }
type Open = { told: Told[]; kinds(): string[]; ended: Promise<void>; close(): void }

/** A stream whose reader signed out must end within this time; a slow test machine is given three times as long. Unit: ms. */
const ENDS_WITHIN_MS = 3000

describeOnBoth('a stream of news, over a real socket', (on) => {
  let app: TestApp
  let base: string
  const opened: Open[] = []
  beforeAll(async () => {
    app = await startTestApp(on)
    base = await app.app.http.listen({ port: 0, host: '127.0.0.1' })
  })
  afterEach(() => { for (const stream of opened.splice(0)) stream.close() })
  afterAll(() => app.stop())

  async function listen(reader: TestPerson, lastId?: string): Promise<Open> {
    const hangUp = new AbortController()
    const answer = await fetch(`${base}/api/v1/events`, { signal: hangUp.signal, headers: { authorization: `Bearer ${reader.token}`, ...(lastId !== undefined && { 'last-event-id': lastId }) } })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream'])
    const told: Told[] = []
    const stream: Open = { told, kinds: () => told.map((one) => String(one.data['kind'] ?? one.event)), ended: readAll(answer, told), close: () => hangUp.abort() }
    opened.push(stream)
    return stream
  }

  async function readAll(answer: Response, told: Told[]): Promise<void> {
    let rest = ''
    try {
      for await (const part of answer.body!.pipeThrough(new TextDecoderStream())) {
        const blocks = (rest + part).split('\n\n')
        rest = blocks.pop() ?? ''
        for (const block of blocks) {
          const field = (name: string) => block.split('\n').find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? ''
          if (field('data') !== '') told.push({ id: field('id'), event: field('event'), data: JSON.parse(field('data')) as Record<string, unknown> })
        }
      }
    } catch { /* the test hung up */ }
  }

  const change = () => app.owner.call(editSpace, { id: app.spaceId, purpose: `Purpose at ${performance.now()}` })
  /** Ids, as streams give them, of what happened in a space. */
  const idsIn = async (spaceId: string) =>
    (await on.db.selectFrom('event').select(['xid', 'seq']).where('space_id', '=', spaceId).orderBy('seq').execute()).map((row) => `${row.xid}-${row.seq}`)
  /** Something happens in a space whose last member has left. */
  const addLater = (spaceId: string) => app.asSystem((act) => act.emit({ kind: 'space.changed', spaceId }))
  const hears = (stream: Open, kind: string) => vi.waitFor(() => expect(stream.kinds()).toContain(kind), { timeout: ENDS_WITHIN_MS })

  test('needs somebody who is signed in', async () => {
    expect((await fetch(`${base}/api/v1/events`)).status).toBe(401)
  })

  test('tells what changes, and takes up where the reader stopped, once each', async () => {
    const ana = await app.person('Ana')
    const first = await listen(ana)
    await change()
    await hears(first, 'space.changed')
    const last = first.told.at(-1)?.id ?? ''
    first.close()
    await change()
    await ana.call(setHours, { id: ana.id, zone: 'Europe/Berlin', weeks: [weekdays('10:00', '18:00')] })
    const second = await listen(ana, last)
    await hears(second, 'people.hours_changed')
    expect(second.kinds().filter((kind) => kind === 'space.changed')).toHaveLength(1)
    expect(second.told.map((one) => one.id)).not.toContain(last)
    expect(new Set(second.told.map((one) => one.id)).size).toBe(second.told.length)
  })

  test('with a made-up place to take up from begins now', async () => {
    const bo = await app.person('Bo')
    const stream = await listen(bo, "1-1' or true")
    await change()
    await hears(stream, 'space.changed')
  })

  test('tells nobody of a private space who is not in it, not even an owner, and stops telling who leaves', async () => {
    const cy = await app.person('Cy')
    const di = await app.person('Di')
    const [outside, inside, owner] = [await listen(di), await listen(cy), await listen(app.owner)]
    const { id } = await cy.call(createSpace, { name: 'Sealed', visibility: 'private' })
    await cy.call(editSpace, { id, purpose: 'Quiet' })
    await hears(inside, 'space.created')
    await cy.call(archiveSpace, { id, archived: true })
    await cy.call(leaveSpace, { id })
    const before = new Set(await idsIn(id))
    await addLater(id)
    await change()
    const last = (await idsIn(app.spaceId)).at(-1)
    for (const stream of [outside, owner, inside]) await vi.waitFor(() => expect(stream.told.map((one) => one.id)).toContain(last), { timeout: ENDS_WITHIN_MS })
    const secret = await idsIn(id)
    expect(secret.length).toBeGreaterThan(before.size)
    for (const stream of [outside, owner]) expect(stream.told.filter((one) => secret.includes(one.id))).toEqual([])
    expect(inside.told.filter((one) => secret.includes(one.id) && !before.has(one.id))).toEqual([])
  })

  test('tells of an invite, its new link and its end to owners and admins, whoever made them, and to nobody else', async () => {
    const [admin, member, guest] = [await app.person('Ada'), await app.person('Max'), await app.person('Gus')]
    await app.owner.call(changeRole, { id: admin.id, role: 'admin' })
    await app.owner.call(changeRole, { id: guest.id, role: 'guest' })
    const [owners, admins, ...others] = [await listen(app.owner), await listen(admin), await listen(member), await listen(guest)] as const
    const { invite } = await app.owner.call(invitePerson, { email: 'nia@example.com', role: 'member' })
    const again = await admin.call(renewInvite, { id: invite.id })
    await admin.call(revokeInvite, { id: again.invite.id })
    await member.call(setHours, { id: member.id, zone: 'Europe/Berlin', weeks: [weekdays('10:00', '18:00')] })
    for (const stream of [owners, admins, ...others]) await hears(stream, 'people.hours_changed')
    const heard = (stream: Open) => stream.kinds().filter((kind) => kind === 'account.invited').length
    expect([owners, admins, ...others].map(heard)).toEqual([3, 3, 0, 0])
  })

  test.each<[string, (person: TestPerson) => Promise<unknown>]>([
    ['signs out', (person) => person.call(signOut, {})],
    ['is deactivated', (person) => app.owner.call(deactivateMember, { id: person.id })],
  ])('ends at once when its reader %s', async (_how, leave) => {
    const eva = await app.person(`Eva ${_how}`)
    const stream = await listen(eva)
    await leave(eva)
    await expect(Promise.race([stream.ended.then(() => 'ended'), new Promise((resume) => setTimeout(resume, ENDS_WITHIN_MS, 'still open'))])).resolves.toBe('ended')
    expect(stream.told.at(-1)?.event).toBe('ended')
    const heard = stream.told.length
    await change()
    expect(stream.told).toHaveLength(heard)
  })
})
