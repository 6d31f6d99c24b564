import { describe, expect, test, vi } from 'vitest'
import { appCommands } from './app-commands.ts'
import { inGroups, makeRegistry } from './commands.ts'
import type { Command } from './commands.ts'

const command = (id: string, more: Partial<Command> = {}): Command => ({ id, title: id, group: 'Go to', run: () => {}, ...more })

describe('one list of commands', () => {
  test('is what every place that is open has added', () => {
    const registry = makeRegistry()
    const watcher = vi.fn<() => void>()
    registry.watch(watcher)
    const leave = registry.add([command('a'), command('b')])
    registry.add([command('c')])
    expect(registry.all().map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    leave()
    expect(registry.all().map(({ id }) => id)).toEqual(['c'])
    expect(watcher).toHaveBeenCalledTimes(3)
  })
  test('a page may put its own in place of the app’s, for as long as it is open', () => {
    const registry = makeRegistry()
    registry.add([command('find', { keys: '/', title: 'Find' })])
    const leave = registry.add([command('find', { keys: '/', title: 'Find in this space' })])
    expect(registry.byKeys('/')?.title).toBe('Find in this space')
    leave()
    expect(registry.byKeys('/')?.title).toBe('Find')
  })
  test('the same list is given until it changes', () => {
    const registry = makeRegistry()
    registry.add([command('a')])
    expect(registry.all()).toBe(registry.all())
  })
  test('groups without commands are left out', () => {
    expect(inGroups([command('a', { group: 'Longhand' }), command('b')]).map(({ group }) => group)).toEqual(['Go to', 'Longhand'])
  })
})

describe('the app’s own commands', () => {
  const all = appCommands(() => {})
  test('no key and no id is given twice', () => {
    const keys = all.flatMap((one) => one.keys ?? [])
    expect(new Set(keys).size).toBe(keys.length)
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  })
  test('no key is the start of a sequence', () => {
    const starts = all.flatMap((one) => (one.keys?.includes(' ') ? one.keys.split(' ')[0] ?? [] : []))
    expect(all.filter((one) => one.keys && starts.includes(one.keys))).toEqual([])
  })
})
