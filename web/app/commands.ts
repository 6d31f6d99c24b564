import { useEffect, useSyncExternalStore } from 'react'
import { t } from '../ui/words.ts'

/** One thing a person can do. The palette, the shortcuts and the page of all keys are made from the same list. */
export type Command = {
  /** Stable, `feature.verb`. A later command of the same id takes the earlier one's place while it is there. */
  id: string
  /** As it stands in the palette: `Go to the brief`. */
  title: string
  group: 'Go to' | 'Write' | 'On this page' | 'Longhand'
  /** `mod+k`, `g b`, `?`. */
  keys?: string
  /** Other words people may type for it. */
  words?: string
  run: () => void
}

/** The list of commands that are possible now. */
export function makeRegistry() {
  const lists = new Map<symbol, readonly Command[]>()
  const watchers = new Set<() => void>()
  let all: readonly Command[] = []
  const gather = () => {
    const byId = new Map<string, Command>()
    for (const list of lists.values()) for (const command of list) byId.set(command.id, command)
    all = [...byId.values()]
    for (const watcher of watchers) watcher()
  }
  return {
    /** Adds commands; returns what takes them away again. */
    add(commands: readonly Command[]): () => void {
      const mine = Symbol('commands')
      lists.set(mine, commands)
      gather()
      return () => {
        lists.delete(mine)
        gather()
      }
    },
    all: () => all,
    byKeys: (keys: string) => all.findLast((command) => command.keys === keys),
    watch(watcher: () => void): () => void {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
  }
}

/** The commands of this window. */
export const commands = makeRegistry()

/** Offers commands while a component is on the page. Give a stable list (module level or memo). */
export function useCommands(list: readonly Command[]) {
  useEffect(() => commands.add(list), [list])
}

/** Every command possible now, grouped as the palette and the page of keys show them. */
export function useAllCommands(): readonly Command[] {
  return useSyncExternalStore(commands.watch, commands.all)
}

/** What stands above a group. */
export const GROUP_WORDS: Readonly<Record<Command['group'], string>> = { 'Go to': t`Go to`, 'Write': t`Write`, 'On this page': t`On this page`, 'Longhand': 'Longhand' }

const GROUPS: readonly Command['group'][] = ['Go to', 'Write', 'On this page', 'Longhand']

/** Groups in the order people look for them; empty groups are left out. */
export function inGroups(list: readonly Command[]): { group: Command['group'], items: Command[] }[] {
  return GROUPS.map((group) => ({ group, items: list.filter((command) => command.group === group) })).filter(({ items }) => items.length > 0)
}
