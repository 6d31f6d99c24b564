import { expect, test } from 'vitest'
import { defaultSettings } from '#domain/agreement/settings.ts'
import { versionIn } from './version-in.ts'
import { foldSame } from '../ui/fold-same.ts'
import { compareVersions } from './versions.ts'

const lines = (...texts: string[]) => texts.join('\n')

test('what did not change is folded, with two lines around each change', () => {
  const { lines: all } = compareVersions(
    { text: lines('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), settings: defaultSettings('001') },
    { text: lines('a', 'b', 'c', 'd', 'E', 'f', 'g', 'h'), settings: defaultSettings('001') },
  )
  expect(foldSame(all).map((part) => (part.kind === 'folded' ? `${part.lines} folded` : `${part.kind} ${part.text}`)))
    .toEqual(['2 folded', 'same c', 'same d', 'removed e', 'added E', 'same f', 'same g', '1 folded'])
})

test('settings that changed are named before and after', () => {
  const after = { ...defaultSettings('001'), handoff: { grace_minutes: 45 } }
  expect(compareVersions({ text: 'a', settings: defaultSettings('001') }, { text: 'a', settings: after }).settings)
    .toEqual([{ path: 'handoff.grace_minutes', before: '30 minutes', after: '45 minutes' }])
})

test.each([['3', 3], [2, 2], ['0', undefined], ['x', undefined], [undefined, undefined], ['1.5', undefined]])('the address %s names version %s', (value, version) => {
  expect(versionIn(value)).toBe(version)
})
