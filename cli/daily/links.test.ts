import { describe, expect, test } from 'vitest'
import { linksText } from './links.ts'
import { radiatorText } from './radiators.ts'

const reader = { zone: 'Europe/Lisbon', now: Temporal.Instant.from('2026-03-24T12:00:00Z') }

describe('links in a terminal', () => {
  test('each with where it stands, the sentence around, and what became of targets', () => {
    const text = linksText({
      to: { items: [{ number: 7, kind: 'thread', title: 'Why it stopped', spaceId: 's', spaceName: 'Billing', replyId: 'r', authorName: 'Ben', at: '2026-03-24T09:00:00Z', how: 'mentions', sentence: 'We follow #5 here.' }], total: 1, more: false, sentence: 'One text links here.' },
      from: [{ written: '#9', state: 'deleted', number: 9, personId: null, kind: 'thread', title: '#9', spaceName: null, note: '#9 was deleted today.' }], unlinked: null,
    }, reader, 80)
    expect(text).toBe('One text links here.\n#7  Why it stopped\n     reply in thread · Ben · Billing · 09:00\n     We follow #5 here.\n\nIt links to:\n#9  #9 was deleted today.\n')
  })
})

test('a page that is made reads as text, with numbers to go on from', () => {
  const text = radiatorText({
    title: 'The team of Lighthouse', lede: 'Two people.', composedAt: '', zone: '', ending: 'That is all.', foreword: [],
    sections: [{ title: 'Who minds what', paragraphs: [[{ text: 'Each by name.', href: null }]], items: [[{ text: 'Ana', href: '/people/1' }, { text: ' answers for ', href: null }, { text: 'One queue', href: '/12' }, { text: '.', href: null }], [{ text: 'A long line', href: '/13' }, { text: ' of Platform, #13.', href: null }]] }],
  }, 80)
  expect(text).toBe('The team of Lighthouse\n\nTwo people.\n\nWHO MINDS WHAT\nEach by name.\n- Ana answers for One queue #12.\n- A long line of Platform, #13.\n\nThat is all.\n')
})
