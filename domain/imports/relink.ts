import { codeRanges, insideOf } from '../text/code-ranges.ts'

const INLINE = /(\]\()(<[^<>\n]{1,2000}>|[^\s()<>]{1,2000}(?:\([^\s()<>]{0,500}\)[^\s()<>]{0,500}){0,4})/g
const DEFINITION = /^( {0,3}\[[^\]\n]{1,300}\]:[ \t]{0,20})(<[^<>\n]{1,2000}>|[^\s<>]{1,2000})/gm
const ATTRIBUTE = /(<(?:img|a)\s[^<>]{0,500}?(?:src|href)=["'])([^"'<>\s]{1,2000})/gi
const SCHEME = /^[a-z][a-z0-9+.-]{0,30}:/i

/** What a link in a file points at: the path below the folder that is imported, and what follows `#` or `?` in it. */
export type Target = { path: string; rest: string }

/** @returns null for addresses elsewhere, for places in the same file, and for what lies outside the folder */
export function targetOf(from: string, written: string): Target | null {
  const bare = written.startsWith('<') && written.endsWith('>') ? written.slice(1, -1) : written
  if (bare === '' || SCHEME.test(bare) || /^[/#?\\]/.test(bare)) return null
  const end = bare.search(/[#?]/)
  const [path, rest] = end < 0 ? [bare, ''] : [bare.slice(0, end), bare.slice(end)]
  const steps = from.split('/').slice(0, -1)
  for (const step of decoded(path).split('/')) {
    if (step === '..') { if (steps.pop() === undefined) return null } else if (step !== '.' && step !== '') steps.push(step)
  }
  return { path: `${steps.join('/')}${path.endsWith('/') ? '/' : ''}`, rest }
}

const decoded = (path: string): string => { try { return decodeURIComponent(path) } catch { return path } }

/** The paths that a file links to and that lie in the folder, each once, in its order. */
export function targetsIn(from: string, text: string): string[] {
  const found: string[] = []
  relink(from, text, (target) => { found.push(target.path); return null })
  return [...new Set(found)]
}

/** The text with links that `to` knows an address for; not a byte else of it changes. Code stays as it is. */
export function relink(from: string, text: string, to: (target: Target) => string | null): string {
  const inside = insideOf(codeRanges(text).filter(({ kind }) => kind === 'code'))
  const change = (whole: string, before: string, written: string, at: number): string => {
    const target = inside(at) ? null : targetOf(from, written)
    const address = target === null ? null : to(target)
    return address === null ? whole : `${before}${address}`
  }
  // Each of them is put in where the others see no link any more, so that places are those of the text as it came.
  const edits = [INLINE, DEFINITION, ATTRIBUTE].flatMap((pattern) => [...text.matchAll(pattern)].map((match) => ({ start: match.index, was: match[0], is: change(match[0], match[1] ?? '', match[2] ?? '', match.index) })))
    .filter(({ was, is }) => was !== is).toSorted((a, b) => a.start - b.start)
  let [made, done] = ['', 0]
  for (const { start, was, is } of edits) {
    if (start < done) continue
    made += text.slice(done, start) + is
    done = start + was.length
  }
  return made + text.slice(done)
}

/** The page that a path means: the file itself, without its ending as wikis write it, or the page of a folder. */
export function pageAt(path: string, pages: ReadonlySet<string>): string | null {
  const bare = path.replace(/\/$/, '')
  return [path, bare, `${bare}.md`, `${bare}.markdown`, `${bare}/README.md`, `${bare}/readme.md`, `${bare}/index.md`, `${bare}/_index.md`, `${bare}/`].find((one) => pages.has(one)) ?? null
}
