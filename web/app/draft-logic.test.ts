import { describe, expect, test } from 'vitest'
import { heard, heardFromServer, keepMine, openDraft, readKept, save, takeOther, unsentOf } from './draft-logic.ts'
import type { Kept } from './draft-logic.ts'

const kept = (value: string, version: number, by = 'other'): Kept<string> => ({ value, version, at: '2026-03-24T00:04:00Z', by })
const AT = '2026-03-24T00:05:00Z'

describe('a draft is opened from what was kept', () => {
  test('nothing kept: the initial text', () => expect(openDraft('', undefined)).toMatchObject({ value: '', version: 0 }))
  test('what the device kept, an emptied text too', () => {
    expect(openDraft('prefilled', kept('', 2))).toMatchObject({ value: '', version: 2 })
  })
})

describe('the server has another version', () => {
  const opened = openDraft('', kept('device', 3))
  test.each([
    ['a later one is followed where nothing is unsent', kept('server', 4), false, { value: 'server', other: undefined }],
    ['text that was never sent is not replaced', kept('server', 4), true, { value: 'device', other: { value: 'server' } }],
    ['two devices reached the same version', kept('server', 3), true, { value: 'device', other: { value: 'server' } }],
    ['an earlier one is past', kept('server', 2), true, { value: 'device', other: undefined }],
    ['the same text is no conflict', kept('device', 7), true, { value: 'device', version: 7, other: undefined }],
  ])('%s', (_why, theirs, unsent, draft) => expect(heardFromServer(opened, theirs, unsent)).toMatchObject(draft))
})

describe('two windows never overwrite each other silently', () => {
  test('a save counts the version up', () => {
    expect(save({ ...openDraft('', kept('a', 4)), value: 'ab' }, kept('a', 4), AT, 'me').keep).toEqual({ value: 'ab', version: 5, at: AT, by: 'me' })
  })
  test('somebody saved meanwhile: both are shown and nothing is stored', () => {
    const step = save({ ...openDraft('', kept('a', 1)), value: 'mine' }, kept('theirs', 2), AT, 'me')
    expect(step.keep).toBeUndefined()
    expect(step.draft).toMatchObject({ value: 'mine', other: { value: 'theirs' } })
  })
  test('while both are shown, typing stores nothing', () => {
    const both = save({ ...openDraft('', undefined), value: 'mine' }, kept('theirs', 1), AT, 'me').draft
    expect(save({ ...both, value: 'mine too' }, kept('theirs', 1), AT, 'me').keep).toBeUndefined()
  })
  test('a window that changed nothing follows the other', () => {
    expect(heard(openDraft('', kept('a', 1)), kept('b', 2))).toMatchObject({ value: 'b', version: 2, other: undefined })
  })
  test('a window with changes shows both', () => {
    const mine = save({ ...openDraft('', undefined), value: 'mine' }, undefined, AT, 'me').draft
    expect(heard(mine, kept('theirs', 2))).toMatchObject({ value: 'mine', other: { value: 'theirs' } })
  })
  test('the same text in both is no conflict', () => {
    const mine = save({ ...openDraft('', undefined), value: 'same' }, undefined, AT, 'me').draft
    expect(heard(mine, kept('same', 2)).other).toBeUndefined()
  })
})

describe('the person chooses', () => {
  const both = { value: 'mine', version: 1, changed: true, other: kept('theirs', 4) }
  test('mine: the next save goes over the other version', () => {
    expect(save(keepMine(both), kept('theirs', 4), AT, 'me').keep).toMatchObject({ value: 'mine', version: 5 })
  })
  test('the other', () => expect(takeOther(both)).toEqual({ value: 'theirs', version: 4, other: undefined, changed: false }))
})

describe('what the server has not got is sent when the draft is opened again', () => {
  const draft = openDraft('', kept('a', 1))
  test('after a session that ran out', () => expect(unsentOf(draft, kept('a', 1))).toMatchObject({ value: 'a' }))
  test('not what it has', () => expect(unsentOf(draft, { ...kept('a', 1), sent: true })).toBeUndefined())
  test('not while two versions wait for a choice', () => expect(unsentOf({ ...draft, other: kept('b', 2) }, kept('a', 1))).toBeUndefined())
  test('not nothing', () => expect(unsentOf(draft, undefined)).toBeUndefined())
})

test.each([[null], ['{'], ['"text"'], ['{"value":1}']])('what cannot be read counts as nothing: %s', (text) => expect(readKept(text)).toBeUndefined())

describe('typing on beside another device’s version', () => {
  const theirs = kept('theirs', 9, 'device')
  const both = { value: 'mine, and more', version: 3, changed: true, other: theirs }

  test('is kept on this device, with the other version beside it, and is not sent', () => {
    const { draft, keep } = save(both, kept('mine', 3, 'me'), '2026-03-24T00:05:00Z', 'me')
    expect(keep).toMatchObject({ value: 'mine, and more', version: 4, by: 'me', other: theirs })
    expect(draft).toMatchObject({ value: 'mine, and more', other: theirs })
    expect(unsentOf(draft, keep)).toBeUndefined()
  })

  test('both are there again when it is opened after the tab was killed, and a later version of theirs takes its place', () => {
    const opened = openDraft('', save(both, undefined, '2026-03-24T00:05:00Z', 'me').keep)
    expect(opened).toMatchObject({ value: 'mine, and more', other: theirs })
    expect(heardFromServer(opened, kept('theirs, later', 2, 'device'), true)).toMatchObject({ value: 'mine, and more', other: { value: 'theirs, later' } })
  })

  test('never takes the place of what another window of this device keeps', () => {
    expect(save(both, theirs, '2026-03-24T00:05:00Z', 'me').keep).toBeUndefined()
    expect(save(both, kept('a third', 5, 'window'), '2026-03-24T00:05:00Z', 'me')).toMatchObject({ draft: { other: { value: 'a third' } } })
  })

  test('ends with a choice: what is kept then goes to the server', () => {
    const { keep } = save(keepMine(both), kept('mine', 4, 'me'), '2026-03-24T00:05:00Z', 'me')
    expect(keep).toEqual({ value: 'mine, and more', version: 10, at: '2026-03-24T00:05:00Z', by: 'me' })
  })
})
