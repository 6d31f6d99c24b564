import { presetText } from '#domain/agreement/preset-text.ts'
import { defaultSettings } from '#domain/agreement/settings.ts'
import { Refusal } from '#domain/refusal.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAgreementText } from './read-text.ts'

const text = presetText('002')
const saidOf = (given: string) => {
  try { readAgreementText(given); return 'read' } catch (error) { return error instanceof Refusal ? error.message : String(error) }
}

describe('reading an agreement', () => {
  test.each(['001', '002'] as const)('preset %s says exactly its settings', (preset) => {
    expect(readAgreementText(presetText(preset)).settings).toEqual(defaultSettings(preset))
  })

  test.each([
    ['no front matter', text.slice(4), 'Line 1: the text does not begin with front matter between two lines of ---.'],
    ['a preset without quotation marks', text.replace('"002"', '002'), 'Line 2: preset is 2; allowed: "001" or "002", with the quotation marks.'],
    ['a number in words', text.replace('grace_minutes: 30', 'grace_minutes: half an hour'), 'Line 17: handoff.grace_minutes is “half an hour”; allowed: a whole number from 0 to 1440.'],
    ['an unknown key', text.replace('grace_minutes', 'graceMinutes'), 'Line 17: handoff.graceMinutes is no setting; allowed here: grace_minutes.'],
    ['a key that comes twice', text.replace('brief:', 'standup:'), 'Line 22: Map keys must be unique.'],
    ['an urgency without a name', text.replace('name: normal', 'nane: normal'), 'Line 9: responses[2].nane is no setting; allowed here: name, allowance, meaning.'],
    ['broken YAML', text.replace('{ working_days: 1 }', '{ working_days: 1'), 'Line 1'],
    ['anchors', text.replace('"002"', '&a "002"').replace('meaning: Same day, within working hours.', 'meaning: *a'), 'The front matter uses anchors and aliases'],
    ['a missing clause', text.replace('## 3. Public versus private', '## Public versus private'), 'Clause 3 (public versus private) is missing'],
  ])('%s: the fault is named with its line', (_why, given, said) => {
    expect(saidOf(given)).toContain(said)
  })

  test('whatever text comes, it is read or refused', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (yaml, body) => {
      expect(saidOf(`---\n${yaml}\n---\n${body}`)).toMatch(/Line|line|anchors|read/)
    }))
  })
})
