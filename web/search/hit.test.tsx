import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Hit } from '#contract/search.ts'
import { HitItem } from './HitItem.tsx'

const HIT: Hit = {
  number: 39, replyId: null, kind: 'wrap', title: [{ text: 'Ben Okafor, ', found: false }, { text: 'Tuesday', found: true }, { text: ' 24 February', found: false }], snippet: [],
  spaceId: 's', spaceName: 'Platform', authorId: 'b', authorName: 'Ben Okafor', at: '2026-02-24T16:54:00Z', state: null, file: null,
}
const shown = (hit: Hit) => renderToStaticMarkup(<HitItem hit={hit} zone="Asia/Tokyo" now={Temporal.Instant.from('2026-03-24T00:04:00Z')} />)

test('a row says one day alone, the one of its reader', () => {
  expect(shown(HIT)).not.toContain('Tuesday')
  expect(shown(HIT)).toContain('Wednesday 25 February')
  expect(shown({ ...HIT, kind: 'checkin', title: [{ text: 'Standup, 2026-02-26', found: false }], at: '2026-02-26T17:05:00Z' })).not.toContain('2026-02-26<')
})
