import { fileAddress } from '../files/links.ts'

/** An attached file: its address here is by id and name, its place in an export by `path`, relative to the folder of its space. */
export type Placed = { id: string; name: string; path: string }

/** What may stand right before an address in Markdown: in brackets, in quotation marks, after a blank as in `[a]: /files/…`. */
const BEFORE = ['(', '<', '"', ' ', '\t', '\n'] as const

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

type Pair = readonly [from: string, to: string]

/**
 * Both forms of an address: with the file's own name, and with any other name that somebody typed, since the id decides.
 * The first form leads to the very file beside the text; of the second only the folder is right, and its name stays.
 */
function replaced(text: string, wholes: readonly Pair[], folders: readonly Pair[]): string {
  let all = text
  for (const pairs of [wholes, folders]) {
    for (const [from, to] of pairs) if (all.includes(from)) for (const sign of BEFORE) all = all.replaceAll(`${sign}${from}`, () => `${sign}${to}`)
  }
  return all
}

/**
 * A text with the addresses of attached files as paths from where it will stand.
 * @param up leads from the folder of the text to that of its space: empty, or `../` once or more
 * @example ('![a](/files/0198…/A%20b.png)', [{ …, path: 'files/3fa1…/a-b.png' }]) → '![a](files/3fa1…/a-b.png)'
 */
export const besideText = (text: string, files: readonly Placed[], up = ''): string =>
  replaced(text, files.map((file) => [fileAddress(file), `${up}${file.path}`]), files.map(({ id, path }) => [`/files/${id}/`, `${up}${folderOf(path)}`]))

/** The other way round: paths beside a text become the addresses that those files have here. */
export const addressedHere = (text: string, files: readonly Placed[]): string =>
  replaced(text, files.map((file) => [file.path, fileAddress(file)]), files.map(({ id, path }) => [folderOf(path), `/files/${id}/`]))
