import { renderToStaticMarkup as draw } from 'react-dom/server'
import { expect, test } from 'vitest'
import { acknowledgedWords } from './Agreement.tsx'
import { Clause } from './Clause.tsx'
import { Diff } from './Diff.tsx'

const NOW = Temporal.Instant.from('2026-03-24T09:00:00Z')
const at = '2026-03-20T09:00:00Z'

test.each([
  [[], false, 'Nobody has said yet that they work by this version.'],
  [['Ana'], true, 'You work by this version; the others have not said so yet.'],
  [['Ana', 'Ben'], true, 'Ana and Ben work by this version.'],
  [['Ben'], false, 'Ben works by this version.'],
])('who works by it: %s', (names, mine, said) => {
  expect(acknowledgedWords({ mine, acknowledged: names.map((name) => ({ name, personId: name, at })) })).toBe(said)
})

test('a clause says what it makes the software do, and why it changed last', () => {
  const clause = {
    number: 5, title: 'Core hours', text: 'We overlap.', settings: [{ path: 'handoff.grace_minutes', value: '45 minutes', meaning: 'Until the cover takes it.' }, { path: 'responses.urgent', value: 'within 30 min', meaning: 'System down.' }],
    lastChange: { version: 2, at, byName: 'Kenji', reason: 'School runs.' },
  }
  const html = draw(<Clause clause={clause} zone="UTC" now={NOW} />)
  expect(html).toContain('<dt>45 minutes</dt>')
  expect(html).toContain('<dt>Urgent: within 30 min</dt>')
  expect(html).toContain('Last changed by Kenji, last Friday, in version 2: School runs.')
})

test('a comparison says in words and marks what came and went', () => {
  const html = draw(<Diff lines={[{ kind: 'removed', text: 'grace: 30' }, { kind: 'added', text: 'grace: 45' }]} settings={[{ path: 'grace', before: '30 minutes', after: '45 minutes' }]} />)
  expect(html).toContain('45 minutes; before: 30 minutes.')
  expect(html).toContain('<del>grace: 30</del><ins>grace: 45</ins>')
  expect(draw(<Diff lines={[{ kind: 'same', text: 'a' }]} settings={[]} />)).toContain('The two texts are the same.')
})
