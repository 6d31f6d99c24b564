import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSettings } from './read-settings.ts'
import { allowanceWords, settingChanges, settingRows } from './setting-words.ts'
import { completeSettings, defaultSettings } from './settings.ts'

describe('front matter becomes settings', () => {
  test('what is left out takes the default of the preset', () => {
    expect(readSettings({ preset: '001', handoff: { grace_minutes: 45 } })).toEqual({
      settings: { ...defaultSettings('001'), handoff: { grace_minutes: 45 } }, problems: [],
    })
  })

  test('what is no number is read as it stands', () => {
    const given = { preset: '002', asks: { clock_stops_in_focus: false }, focus: { meeting_free_days: [3] }, urgent: { people: ['ana@demo.example'], role: 'on call' }, writing: { gate: ['deadline'] } }
    const { settings } = readSettings(given)
    const { asks, focus, urgent, writing } = defaultSettings('002')
    expect(settings).toEqual({ ...defaultSettings('002'), asks: { ...asks, ...given.asks }, focus: { ...focus, ...given.focus }, urgent: { ...urgent, ...given.urgent }, writing: { ...writing, ...given.writing } })
  })

  test.each([
    ['nothing at all', null, 'The front matter must be settings such as "preset: \\"002\\"".'],
    ['no preset', {}, 'preset is missing; write preset: "001" or preset: "002".'],
    ['a preset that YAML reads as a number', { preset: 1 }, 'preset is 1; allowed: "001" or "002", with the quotation marks.'],
    ['an unknown key', { preset: '002', colour: 'blue' }, 'colour is no setting; allowed here: preset, responses, handoff, standup, brief, asks, focus, urgent, writing.'],
    ['three meeting-free days', { preset: '002', focus: { meeting_free_days: [1, 3, 5] } }, 'focus.meeting_free_days is a list or group; allowed: a list of at most two weekdays, Monday being 1.'],
    ['a day twice', { preset: '002', focus: { meeting_free_days: [1, 1] } }, 'focus.meeting_free_days is a list or group; allowed: a list of at most two weekdays, Monday being 1.'],
    ['maybe', { preset: '002', asks: { clock_stops_in_focus: 'maybe' } }, 'asks.clock_stops_in_focus is “maybe”; allowed: true or false.'],
    ['a role that is a number', { preset: '002', urgent: { role: 3 } }, 'urgent.role is 3; allowed: the name of a role, or "" for none.'],
    ['an unknown key inside', { preset: '002', handoff: { gracious: 1 } }, 'handoff.gracious is no setting; allowed here: grace_minutes.'],
    ['words for a number', { preset: '002', handoff: { grace_minutes: 'soon' } }, 'handoff.grace_minutes is “soon”; allowed: a whole number from 0 to 1440.'],
    ['half a minute', { preset: '002', brief: { reading_minutes: 1.5 } }, 'brief.reading_minutes is 1.5; allowed: a whole number from 1 to 60.'],
    ['an empty group', { preset: '002', standup: null }, 'standup must hold settings of its own, indented below it.'],
    ['no urgency', { preset: '002', responses: [] }, 'responses must be a list of one to 12 urgencies, each with name, allowance and meaning.'],
    ['an urgency without a time', { preset: '002', responses: [{ name: 'low', meaning: 'x' }] }, 'responses[1].allowance must hold settings of its own, indented below it.'],
  ])('%s is a problem that says what is allowed', (_why, given, message) => {
    const read = readSettings(given)
    expect(read.settings).toBeNull()
    expect(read.problems.map((problem) => problem.message)).toContain(message)
  })

  test('settings that were kept before a group came into being take its defaults', () => {
    const { preset, responses, standup, brief } = defaultSettings('001')
    expect(completeSettings({ preset, responses, handoff: { grace_minutes: 5 }, standup, brief })).toEqual({ ...defaultSettings('001'), handoff: { grace_minutes: 5 } })
  })

  test('whatever is given, the answer is settings or a problem, never a crash', () => {
    fc.assert(fc.property(fc.anything(), (given) => {
      const read = readSettings(given)
      expect(read.settings === null).toBe(read.problems.length > 0)
    }))
  })
})

describe('settings in words', () => {
  test.each([
    [{ minutes: 30, around_the_clock: true }, 'within 30 min, around the clock'],
    [{ minutes: 240, around_the_clock: false }, 'within 4 h of working time'],
    [{ working_days: 0 }, 'by the end of the working day'],
    [{ working_days: 1 }, 'by the end of the next working day'],
    [{ working_days: 3 }, 'within 3 working days'],
  ])('%j', (allowance, words) => expect(allowanceWords(allowance)).toBe(words))

  test('changes name what was and what is', () => {
    const after = { ...defaultSettings('002'), handoff: { grace_minutes: 60 } }
    expect(settingChanges(defaultSettings('002'), after)).toEqual([{ path: 'handoff.grace_minutes', before: '30 minutes', after: '60 minutes' }])
    expect(settingChanges(after, after)).toEqual([])
  })

  test('every setting belongs to one of the five clauses', () => {
    for (const row of settingRows(defaultSettings('001'))) expect([1, 2, 3, 4, 5]).toContain(row.clause)
  })
})
