/** Longest name of a file. Unit: UTF-16 units, as browsers and addresses count. */
export const FILE_NAME_MAX = 200
/** Longest ending that is kept when a name is cut, with its dot. Unit: UTF-16 units. */
const ENDING_MAX = 20

/** What nobody sees, breaks a line, or makes letters stand in another order than they are written. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu

/**
 * The name of a file as people see it, without what could lead astray: folders, control characters, invisible and
 * reordering ones, runs of white space. It is shown and offered for saving; nothing is ever opened by it.
 * @returns 1 to 200 characters; `file` when nothing is left
 * @example `../../notes\u202Efdp.exe` → `notesfdp.exe`
 */
export function cleanFileName(given: string): string {
  const seen = given.replace(UNSEEN, '').normalize('NFC')
  const last = seen.split(/[/\\]/).at(-1) ?? ''
  return withoutEnd(cut(withoutEnd(last.replace(/\s+/gu, ' ').trimStart()))) || 'file'
}

/** Dots and spaces at the end, which some systems drop and others keep. */
function withoutEnd(name: string): string {
  let end = name.length
  while (end > 0 && (name[end - 1] === '.' || name[end - 1] === ' ')) end -= 1
  return name.slice(0, end)
}

/** Keeps the ending, which says what to open it with. Never leaves half a letter. */
function cut(name: string): string {
  if (name.length <= FILE_NAME_MAX) return name
  const dot = name.lastIndexOf('.')
  const ending = dot > 0 && name.length - dot <= ENDING_MAX ? name.slice(dot) : ''
  const stem = name.slice(0, FILE_NAME_MAX - ending.length).replace(/\p{Cs}$/u, '')
  return `${stem}${ending}`
}
