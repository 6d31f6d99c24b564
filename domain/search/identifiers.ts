/** A name as programs have them: `KubeNodeUnreachable`, `max_wal_size`, `db/schema.ts`. Bounded, so that it is found in linear time. */
const NAME = /[\p{L}\p{N}]+(?:[_./:-][\p{L}\p{N}]+)*/gu
/** Where a new word begins inside of a name. */
const SEAM = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|[_./:-]/u

/**
 * The words inside of names: `KubeNodeUnreachable` → `Kube Node Unreachable`. Put beside a text, they let it be found by what
 * its names say. Words joined by hyphens are left out, since every language configuration splits those itself.
 * @returns the words, separated by spaces; empty where there are no such names
 */
export function wordsInNames(text: string): string {
  const found: string[] = []
  for (const [name] of text.matchAll(NAME)) {
    if (/^[\p{Ll}-]+$/u.test(name)) continue
    const words = name.split(SEAM).filter((word) => word !== '')
    if (words.length > 1) found.push(...words)
  }
  return found.join(' ')
}
