import { ProblemError } from '#contract/problem.ts'
import { addSpaceMember, archiveSpace, createSpace, editSpace, joinSpace, leaveSpace, listSpaces, readSpace, removeSpaceMember } from '#contract/spaces.ts'
import { describeOnBoth } from '#server/platform/db/db.test-kit.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import type { TestApp, TestPerson } from '#server/app.test-kit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

const codeOf = (promise: Promise<unknown>) => promise.then(() => 'no refusal', (error: unknown) => error instanceof ProblemError ? error.problem.code : String(error))

describeOnBoth('spaces', (on) => {
  let app: TestApp
  let ann: TestPerson
  let bob: TestPerson
  let guest: TestPerson
  beforeAll(async () => {
    app = await startTestApp(on)
    ann = await app.person('Ann', { joins: false })
    bob = await app.person('Bob', { joins: false })
    guest = await app.person('Gil', { role: 'guest', joins: false })
  })
  afterAll(() => app.stop())

  test('an open space is found, joined and left', async () => {
    const { id } = await ann.call(createSpace, { name: 'Search', purpose: 'What people find.' })
    expect((await bob.call(listSpaces, {})).spaces.find((space) => space.id === id)).toMatchObject({ joined: false, can: ['join', 'write'] })
    expect((await bob.call(joinSpace, { id })).members).toHaveLength(2)
    await bob.call(leaveSpace, { id })
    expect((await bob.call(readSpace, { id })).joined).toBe(false)
  })

  test('a private space does not exist for others, not even for an owner', async () => {
    const { id } = await ann.call(createSpace, { name: 'Salaries', visibility: 'private' })
    for (const other of [bob, app.owner, guest]) {
      expect(await codeOf(other.call(readSpace, { id }))).toBe('not_found')
      expect(await codeOf(other.call(joinSpace, { id }))).toBe('not_found')
      expect(await codeOf(other.call(editSpace, { id, name: 'Mine' }))).toBe('not_found')
      expect((await other.call(listSpaces, {})).spaces.map((space) => space.id)).not.toContain(id)
    }
  })

  test('a member of a private space adds others, and its last member cannot leave', async () => {
    const { id } = await ann.call(createSpace, { name: 'Audit', visibility: 'private' })
    expect(await codeOf(ann.call(leaveSpace, { id }))).toBe('conflict')
    await ann.call(addSpaceMember, { id, personId: bob.id })
    await ann.call(leaveSpace, { id })
    expect(await codeOf(ann.call(readSpace, { id }))).toBe('not_found')
    expect((await bob.call(readSpace, { id })).members).toEqual([bob.id])
  })

  test('two who leave a private space at once do not leave it empty', async () => {
    const { id } = await ann.call(createSpace, { name: 'Legal', visibility: 'private' })
    await ann.call(addSpaceMember, { id, personId: bob.id })
    const codes = await Promise.all([codeOf(ann.call(leaveSpace, { id })), codeOf(bob.call(leaveSpace, { id }))])
    expect(codes.toSorted()).toEqual(['conflict', 'no refusal'])
  })

  test('an archived space is read, not joined, and opened again', async () => {
    const { id } = await ann.call(createSpace, { name: 'Old project' })
    expect(await ann.call(archiveSpace, { id, archived: true })).toMatchObject({ archived: true, can: ['leave', 'edit', 'archive'] })
    expect(await codeOf(bob.call(joinSpace, { id }))).toBe('not_allowed')
    expect((await ann.call(archiveSpace, { id, archived: false })).can).toContain('write')
  })

  test('a guest sees the spaces that were opened to them, and makes none', async () => {
    const { id } = await ann.call(createSpace, { name: 'Client' })
    expect(await codeOf(guest.call(readSpace, { id }))).toBe('not_found')
    expect(await codeOf(guest.call(createSpace, { name: 'Guests' }))).toBe('not_allowed')
    await ann.call(addSpaceMember, { id, personId: guest.id })
    expect(await guest.call(readSpace, { id })).toMatchObject({ joined: true, can: ['leave', 'write'] })
    await ann.call(removeSpaceMember, { id, personId: guest.id })
    expect(await codeOf(guest.call(readSpace, { id }))).toBe('not_found')
  })

  test('a name is taken once, whatever its case', async () => {
    await ann.call(createSpace, { name: 'Billing' })
    expect(await codeOf(bob.call(createSpace, { name: 'billing' }))).toBe('conflict')
  })
})
