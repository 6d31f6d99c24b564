import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
/** A test is named by its file and its words; a fact may name files in the same way. */
const NAMED_TEST = /`([\w./-]+\.test\.tsx?)` “([^”]+)”/g
const NAMED_FILE = /`((?:server|domain|contract|web|cli|deploy|docs)\/[\w./-]+\.(?:ts|tsx|css|md|conf))`|\b((?:deploy|docs)\/[\w./-]+\.(?:md|conf|yaml))/g
const KINDS = ['test', 'config', 'not applicable', 'not met'] as const

/** A requirement of a standard with how it stands here: `test: …`, `config: …`, `not applicable: …` or `not met: …`. */
export type Claim = { id: string; words: string; how: string }
export type ClaimTable = { claims: readonly Claim[]; text: string }

/** The rows of a document whose first cell is an id of the standard. @param path from the root of the repository */
export function readClaims(path: string, id: RegExp): ClaimTable {
  const text = contentOf(path)
  const claims = [...text.matchAll(/^\| (\S+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(([, name = '', words = '', how = '']) => ({ id: name, words, how }))
  return { text, claims: claims.filter((claim) => id.test(claim.id)) }
}

const contentOf = (path: string): string => existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : ''

/** Rows that say nothing of a known kind. */
export const unclear = (claims: readonly Claim[]): string[] => claims.filter(({ how }) => !KINDS.some((kind) => new RegExp(`^${kind}: \\S`).test(how))).map(({ id }) => id)

/** Each test that is named with its row, and whether it is there by file and by title. */
export function namedTests(claims: readonly Claim[]): { id: string; file: string; title: string; there: boolean }[] {
  return claims.flatMap(({ id, how }) => [...how.matchAll(NAMED_TEST)].map(([, file = '', title = '']) => ({ id, file, title, there: contentOf(file).includes(title) })))
}

/** Rows that say that a test shows them, and name none. */
export const unnamed = (claims: readonly Claim[]): string[] => claims.filter(({ how }) => how.startsWith('test: ') && how.match(NAMED_TEST) === null).map(({ id }) => id)

/** Files that facts name and that are not there. */
export function missingFiles(claims: readonly Claim[]): string[] {
  return claims.flatMap(({ id, how }) => [...how.matchAll(NAMED_FILE)].flatMap(([, source, page]) => {
    const path = source ?? page ?? ''
    return existsSync(join(root, path)) ? [] : [`${id}: ${path}`]
  }))
}

/** How many rows are of each kind, in the order test, config, not applicable, not met. */
export const countsOf = (claims: readonly Claim[]): number[] => KINDS.map((kind) => claims.filter(({ how }) => how.startsWith(`${kind}: `)).length)
/** What the sentence above a table says of those counts; undefined where it says nothing. */
export const countsSaid = (text: string): number[] | undefined => /(\d+) are shown by a test, (\d+) are facts, (\d+) do not apply, and \*\*(\d+) (?:are|is) not met/.exec(text)?.slice(1).map(Number)
