import type { OutputOf } from '#contract/operation.ts'
import type { pageVersions } from '#contract/pages.ts'
import { capital, counted, countInWords } from '../../ui/format.ts'
import { t } from '../../ui/words.ts'

export type Version = OutputOf<typeof pageVersions>['items'][number]

/** What a version did: the note of its writer, else what is known of it. */
export function noteOf(one: Pick<Version, 'note' | 'how' | 'restoredFrom' | 'version' | 'added' | 'removed'>): string {
  const { note, how, restoredFrom, version } = one
  if (note.trim() !== '') return note
  if (how === 'restored') return t`Made version ${restoredFrom ?? ''} the newest again`
  if (how === 'imported') return t`Brought in from a file`
  if (how === 'merged') return t`Joined with what others saved meanwhile`
  if (how === 'run') return t`What went differently in a run`
  return version === 1 ? t`Written` : capital(linesWords(one)) || t`Its title or its tags changed`
}

/** `three lines added, one removed`; nothing where only the title or its tags changed. */
export function linesWords({ added, removed }: Pick<Version, 'added' | 'removed'>): string {
  if (removed === 0) return added === 0 ? '' : t`${counted(added, 'line')} added`
  return added === 0 ? t`${counted(removed, 'line')} removed` : t`${counted(added, 'line')} added, ${countInWords(removed)} removed`
}

/** What the address of a history says: `?from=2&to=5`, or `?version=3`; undefined where it says nothing that can be. */
export function comparedIn(query: string): { from: number, to: number } | { version: number } | undefined {
  const given = new URLSearchParams(query)
  const at = (name: string) => { const value = Number(given.get(name)); return Number.isSafeInteger(value) && value > 0 ? value : undefined }
  const [from, to, version] = [at('from'), at('to'), at('version')]
  if (from !== undefined && to !== undefined && from !== to) return { from: Math.min(from, to), to: Math.max(from, to) }
  return version === undefined ? undefined : { version }
}
