import { describe, expect, test } from 'vitest'
import { aDecision, MEI, SPACE } from './decision.test-kit.ts'
import { rolesOf } from './read/roles-of.ts'
import { cameAlong, slotFor } from './write/came-along.ts'
import { contentOf, createdFrom, draftFrom, editedFrom, isBlank, missingIn, missingInDraft, newDraft, nextId, wholeText, withoutOption } from './write/draft.ts'
import { wholeDays } from './write/TimeFields.tsx'

const DECISION = aDecision()
const DRAFT = draftFrom(DECISION, rolesOf(DECISION), 'Europe/Berlin')
const ID = '0198c0de-0000-7000-8000-000000000001'

describe('a decision that is written', () => {
  test('has places for two options, with ids of their own', () => {
    expect(newDraft().content.options.map(({ id }) => id)).toEqual(['option-1', 'option-2'])
    expect(nextId('point', { options: [{ id: 'option-4', title: '', body: '', tradeOffs: [{ id: 'point-9', side: 'bad', text: '' }] }] })).toBe('point-10')
    expect(isBlank(newDraft())).toBe(true)
  })
  test('what was recommended goes with its option', () => {
    expect(withoutOption(DECISION.content, 'table').recommendation.optionId).toBeNull()
    expect(withoutOption(DECISION.content, 'broker').recommendation.optionId).toBe('table')
  })
  test('places that stayed empty are not kept', () => {
    const content = { ...newDraft().content, title: ' Which index? ', claims: [{ text: ' ', basis: 'known' as const, confidence: 'low' as const }] }
    expect(contentOf({ content })).toMatchObject({ title: 'Which index?', claims: [], options: [] })
  })
  test('is sent with its moments in the writer’s zone, and lists out of their lines', () => {
    const sent = createdFrom({ ...DRAFT, spaceId: SPACE, deadline: '2026-03-27T17:00', reviewOn: '2026-06-01', triggers: 'More than 300 a second\n\n', tags: 'mail, costs', supersedes: '#12 and #30' }, 'Europe/Berlin')
    expect(sent).toMatchObject({ spaceId: SPACE, chosenDeadline: '2026-03-27T16:00:00Z', reviewOn: '2026-06-01', triggers: ['More than 300 a second'], tags: ['mail', 'costs'], supersedes: [12, 30], roles: { accountableId: MEI } })
    expect(createdFrom({ ...DRAFT, spaceId: SPACE, roles: { ...DRAFT.roles, accountableId: null } }, 'UTC')).not.toHaveProperty('roles')
  })
  test('is shown whole to whoever chooses between two versions of it', () => {
    const shown = wholeText({ ...DRAFT.content, claims: [{ text: 'Twelve a second.', basis: 'known', confidence: 'high' }], more: 'Since March.' })
    const { title, needed, context, options: [first] } = DRAFT.content
    for (const words of [title, needed, context, first?.title ?? '', first?.body ?? '', 'Twelve a second.', 'Since March.']) expect(shown).toContain(words)
    expect(wholeText(newDraft().content)).toBe('')
  })
  test('while it is open a change has the text, and leaves the time alone', () => {
    const draft = { ...DRAFT, base: 3 }
    expect(editedFrom(draft, 219, { zone: 'UTC', asked: true })).not.toHaveProperty('windowDays')
    expect(editedFrom(draft, 219, { zone: 'UTC', asked: false })).toMatchObject({ number: 219, version: 3, windowDays: 5, door: 'two-way' })
  })
  test.each([
    ['nothing', DRAFT, []],
    ['a place, words, and who signs', newDraft(), ['space', 'title', 'accountable', 'needed', 'options']],
    ['a second option', { ...DRAFT, content: withoutOption(DRAFT.content, 'broker') }, ['options']],
    ['two that differ', { ...DRAFT, content: { ...DRAFT.content, options: DRAFT.content.options.map((option) => ({ ...option, title: 'The same' })) } }, ['options']],
    ['the chosen time', { ...DRAFT, deadline: '' }, ['deadline']],
  ])('before it can be opened it misses %s', (_what, draft, fields) => expect(Object.keys(missingIn(draft))).toEqual(fields))
  test('a draft wants a place and a title alone', () => expect(Object.keys(missingInDraft(newDraft()))).toEqual(['space', 'title']))
  test.each([['5', 5], ['', 3], ['2.5', 3], ['-4', 0], ['999', 60]])('days typed as %s', (typed, days) => expect(wholeDays(typed, 3)).toBe(days))
})

describe('what the address brings along', () => {
  test.each([
    ['', { template: 'blank', thread: undefined, supersedes: '' }, 'decision:blank'],
    ['?template=memo&title=Which%20index', { template: 'memo', title: 'Which index' }, 'decision:memo'],
    [`?thread=12&reply=${ID}`, { thread: 12, replyId: ID }, 'decision:thread-12'],
    [`?supersedes=30&space=${ID}`, { supersedes: '#30', spaceId: ID }, 'decision:blank'],
    ['?thread=-1&reply=x&template=poem&space=1&supersedes=no', { template: 'blank', thread: undefined, replyId: null, spaceId: undefined, supersedes: '' }, 'decision:blank'],
  ])('%s', (query, came, slot) => {
    expect(cameAlong(query)).toMatchObject(came)
    expect(slotFor(cameAlong(query))).toBe(slot)
  })
})
