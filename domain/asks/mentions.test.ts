import { describe, expect, test } from 'vitest'
import { mentionCost, mentionCostWords, parseMentions, peopleCalled } from './mentions.ts'
import type { Callable, Mention } from './mentions.ts'
import { tuesday, works } from './asks.test-kit.ts'

const CALLABLE: Callable = {
  people: [{ id: 'mei', name: 'Mei Lin' }, { id: 'ana', name: 'Ana' }, { id: 'ana2', name: 'Ana María Ruiz' }, { id: 'jo', name: 'Jo' }, { id: 'bo1', name: 'Bo' }, { id: 'bo2', name: 'Bo' }, { id: 'oz', name: 'Özlem' }, { id: 'dot', name: 'J. R. Doe' }],
  roles: [{ id: 'oncall', name: 'On call' }, { id: 'jorole', name: 'Jo' }],
}
const words = (text: string) => parseMentions(text, CALLABLE).map((mention) => {
  const what = mention.kind === 'entry' ? `#${mention.number}` : mention.kind === 'person' || mention.kind === 'role' ? mention.id : mention.kind
  return `${what} ${text.slice(mention.start, mention.end)}`
})

describe('whom a text calls', () => {
  test.each<[string, string[]]>([
    ['@Mei Lin, please', ['mei @Mei Lin']], ['@Mei please', ['mei @Mei']], ['@mei lin’s', ['mei @mei lin']], ['@Meilin', []], ['@Mei-Lin', []], ['@Mei. Thanks', ['mei @Mei']], ['(@mei)', ['mei @mei']],
    ['@Ana María Ruiz', ['ana2 @Ana María Ruiz']], ['@Ana María', ['ana @Ana']], ['@ana', ['ana @ana']], ['@Özlem', ['oz @Özlem']], ['@özlem'.normalize('NFD'), ['oz @özlem'.normalize('NFD')]], ['@J. R. Doe', ['dot @J. R. Doe']],
    ['@on call: look', ['oncall @on call']], ['@on', []], ['@Jo', ['jo @Jo']], ['@Bo', []], ['@here @space', ['here @here', 'space @space']], ['@spaceship', []], ['@nobody', []], ['@ mei', []], ['@', []],
    ['mail mei@mei.example', []], ['https://x.example/@mei', []], ['@@mei', []], ['see #12 and #7.', ['#12 #12', '#7 #7']], ['@mei see #12', ['mei @mei', '#12 #12']],
    ['`@mei` #1', ['#1 #1']], ['```\n@mei #1\n```', []], ['> @mei #1\n\n@ana', ['#1 #1', 'ana @ana']], ['@mei @mei', ['mei @mei', 'mei @mei']],
  ])('%s', (text, called) => {
    expect(words(text)).toEqual(called)
  })
})

/** On a Tuesday at 14:00 UTC: Berlin works until 16:00 UTC, New York until 21:00; in Manila it is 22:00, in Lisbon 14:00. */
const NOW = tuesday('14:00')
const [BERLIN, NEW_YORK, MANILA] = [works('Europe/Berlin'), works('America/New_York'), works('Asia/Manila')]
const LISBON_MORNINGS = works('Europe/Lisbon', [], '08:00', '12:00')
const mention = (kind: 'here' | 'space' | 'person' | 'role' | 'entry', id = ''): Mention => kind === 'entry' ? { start: 0, end: 2, kind, number: 1 } : kind === 'person' || kind === 'role' ? { start: 0, end: 2, kind, id } : { start: 0, end: 2, kind }

describe('what it costs', () => {
  const reach = { memberIds: ['ana', 'ben', 'mei', 'nora'], holdersOf: new Map([['oncall', ['mei', 'kim']]]), calendars: new Map([['ana', LISBON_MORNINGS], ['ben', BERLIN], ['mei', MANILA], ['nora', NEW_YORK]]) }
  test.each<[string, Mention[], string[]]>([
    ['a person', [mention('person', 'mei')], ['mei']], ['a role: its holders', [mention('role', 'oncall')], ['mei', 'kim']], ['here: who works now, without the author', [mention('here')], ['nora']],
    ['space: all but the author', [mention('space')], ['ana', 'mei', 'nora']], ['nobody twice', [mention('person', 'mei'), mention('space')], ['mei', 'ana', 'nora']], ['an entry: nobody', [mention('entry')], []], ['a role that nobody holds', [mention('role', 'none')], []],
  ])('%s', (_why, mentions, ids) => {
    expect(peopleCalled(mentions, 'ben', reach, NOW)).toEqual(ids)
  })

  test.each([
    [[], { people: 0, asleep: 0, offWork: 0 }, 'Calls nobody.'], [[BERLIN], { people: 1, asleep: 0, offWork: 0 }, 'Calls 1 person.'], [[MANILA], { people: 1, asleep: 1, offWork: 0 }, 'Calls 1 person: 1 is asleep now.'],
    [[LISBON_MORNINGS, BERLIN], { people: 2, asleep: 0, offWork: 1 }, 'Calls 2 people: 1 is off work.'], [[MANILA, MANILA, LISBON_MORNINGS, BERLIN], { people: 4, asleep: 2, offWork: 1 }, 'Calls 4 people: 2 are asleep now, 1 is off work.'],
  ])('%#', (called, cost, sentence) => {
    expect([mentionCost(called, NOW), mentionCostWords(mentionCost(called, NOW))]).toEqual([cost, sentence])
  })

  test.each([['21:59', 0], ['22:00', 1], ['06:59', 1], ['07:00', 0]])('at %s of the local clock, off work, asleep are %i', (time, asleep) => {
    expect(mentionCost([LISBON_MORNINGS], tuesday(time)).asleep).toBe(asleep)
  })
})
