import { isPlaceholder } from './marks.ts'

const PAGES = /^(?:readme|index|_index|contributing|changelog|license|summary|toc|decision-log|adr-log)$/i
const TEMPLATE = /^(?:0+[-_.])?(?:(?:m?adr|rfc|decision)[-_.])?template(?:[-_.](?:minimal|bare|long|short|full))*$/i

const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/i, '')

/** Whether a file is no decision: a page about others, or a template; null where it is one. */
export function kindOfFile(path: string, title: string, text: string): 'page' | 'template' | null {
  if (TEMPLATE.test(baseOf(path)) || isPlaceholder(title)) return 'template'
  return PAGES.test(baseOf(path)) || text.trim() === '' ? 'page' : null
}

/** The number in front of a file's name; eight digits are a date. */
export function numberOf(path: string): number | null {
  const [, digits = ''] = /^(?:adr-?)?(\d{1,6})(?=[-_ .])/i.exec(baseOf(path)) ?? []
  return digits === '' ? null : Number(digits)
}

/** The date in front of a file's name, as log4brains writes it: YYYY-MM-DD. */
export function dateOfName(path: string): string | null {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})(?=[-_ .])/.exec(baseOf(path)) ?? []
  return year === undefined ? null : `${year}-${month}-${day}`
}

/** `0109-remove-crate-id.md` → “Remove crate id”. */
export function titleOfName(path: string): string {
  const words = baseOf(path).replace(/^(?:adr-?)?\d+(?=[-_ .])/i, '').replace(/[-_\s]+/g, ' ').trim()
  const name = words === '' ? baseOf(path) : words
  return name === '' ? 'A record without a title' : name.charAt(0).toUpperCase() + name.slice(1)
}

/** Why a path cannot be kept: exports would write to it. Null where it can. */
export function pathProblem(path: string): string | null {
  const parts = path.split('/')
  if (path.startsWith('/') || /^[a-z]:/i.test(path) || path.includes('\\')) return 'Its path has to be seen from the folder of the import, with / between folders.'
  if (parts.some((part) => part === '' || part === '.' || part === '..' || part.toLowerCase() === '.git')) return 'Its path leads out of the folder of the import.'
  return /\.(?:md|markdown)$/i.test(path) && !/\p{Cc}/u.test(path) ? null : 'Only files that end in .md are imported.'
}
