import { expect, test } from 'vitest'
import { mentionsOf } from './mentions-of.ts'

const callable = { people: [{ id: '7', name: 'Mei Tanaka' }, { id: '8', name: 'Ana Duarte' }], roles: [{ id: '1', name: 'on-call' }] }

test.each([
  ['@Mei Tanaka and @Mei, see #12', [{ written: '@Mei Tanaka', href: '/people/7' }, { written: '@Mei', href: '/people/7' }]],
  ['@on-call @here `@Ana`', [{ written: '@on-call' }, { written: '@here' }]],
  ['nobody', []],
])('%s', (text, mentions) => expect(mentionsOf(text, callable)).toEqual(mentions))
