import { TITLED_PATH } from '../ui/markdown/titled.ts'

export type Target = { number: number } | { title: string, from?: number }

/** The entry that a page shows, by its path. */
const numberAt = (path: string): number | undefined => /^\/[1-9]\d{0,8}$/.test(path) ? Number(path.slice(1)) : undefined

/** What a link leads to, as far as it has a preview: an entry, or a title that is written on the page at `here`. */
export function targetIn({ pathname, searchParams }: Pick<URL, 'pathname' | 'searchParams'>, here: string): Target | undefined {
  const number = numberAt(pathname)
  if (number !== undefined) return { number }
  const title = pathname === TITLED_PATH ? searchParams.get('title') : null
  if (title === null || title === '') return undefined
  const from = Number(searchParams.get('from')) || numberAt(here)
  return from === undefined ? { title } : { title, from }
}
