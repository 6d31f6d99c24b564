import { expect, test } from 'vitest'
import { placeOf } from './draft-words.ts'

test.each([
  ['reply:128', { href: '/128', title: 'Reply in #128' }], ['edit:7', { href: '/7', title: 'Change of #7' }], ['ask:9:answer', { href: '/9', title: 'Answer in #9' }],
  ['page:new', { href: '/pages/new', title: 'A new page' }], ['page:edit-12', { href: '/12/edit', title: 'Page #12' }], ['page:join-12', undefined],
  ['edit:019d-1', undefined], ['wrap:team', undefined], ['', undefined],
])('a draft kept as %s', (slot, place) => expect(placeOf(slot)).toEqual(place))
