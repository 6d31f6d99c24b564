/** A file as far as links to it go. */
export type Linked = { id: string; name: string }

/** Where a file is read: `/files/<id>/<name>`. The id decides; the name is for people. */
export const fileAddress = ({ id, name }: Linked): string => `/files/${id}/${encodePart(name)}`

/** How a text refers to a file: a picture in its place, anything else as a link. */
export const fileMarkdown = (file: Linked & { image: boolean }): string =>
  `${file.image ? '!' : ''}[${file.name.replace(/[\\[\]`*_<>&~|!]/g, '\\$&')}](${fileAddress(file)})`

/** Also what `encodeURIComponent` leaves and Markdown or a quotation would take for its end. */
const encodePart = (name: string): string => encodeURIComponent(name).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

const LINK = /\/files\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![0-9a-f-])/gi

/**
 * The files that a Markdown text refers to, each once, in the order of the text. Whether they exist, and whether its
 * author may use them, is another question.
 */
export function fileLinksIn(markdown: string): string[] {
  return [...new Set([...markdown.matchAll(LINK)].map((match) => (match[1] ?? '').toLowerCase()))]
}
