import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Questions in words of their own about documents of the corpus, drawn by lot from those that `G-search/queries.tsv` leaves, and
 * questions that none of its documents answers, many of them about other matters of a software house. Each part was written before
 * any question of it was asked. A document is a path in the corpus, and empty where nothing answers. No text of the corpus is kept.
 */
const QUESTIONS = join(import.meta.dirname, 'answers-unseen.tsv')

/** `last` was written after everything else and after the last mending, and is only measured; it has no questions that a document answers. */
export type Part = 'first' | 'second' | 'third' | 'last'
type Unseen = { text: string; path: string | null }

/** The questions of a part: those that a document answers, and those that nothing does. */
export function readUnseen(part: Part): { known: Unseen[]; nowhere: Unseen[] } {
  const rows = readFileSync(QUESTIONS, 'utf8').trimEnd().split('\n').slice(1).map((line) => line.split('\t')).filter(([of]) => of === part)
  const questions = rows.map(([, text = '', path = '']) => ({ text, path: path === '' ? null : path }))
  return { known: questions.filter(({ path }) => path !== null), nowhere: questions.filter(({ path }) => path === null) }
}
