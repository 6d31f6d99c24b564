import { MONTH_NAMES, WEEKDAY_NAMES } from '../time/time-words.ts'

/** The day that we put behind a name when a wrap or a check-in is kept, as its author or its shift counted days. */
const DAY: Partial<Record<string, RegExp>> = {
  wrap: new RegExp(`(?<=.), (?:${WEEKDAY_NAMES.join('|')}) \\d{1,2} (?:${MONTH_NAMES.join('|')})$`, 'u'),
  checkin: /(?<=.), \d{4}-\d{2}-\d{2}$/u,
}

/**
 * A title for a row that tells the moment on its reader's clock: without the day in it, which may be another one there.
 *
 * @param kind of the entry
 * @param title in pieces, as found words are marked in it; what is kept of it stays marked
 * @example namedTitle('checkin', [{ text: 'Standup, 2026-02-26' }]) is [{ text: 'Standup' }]
 */
export function namedTitle<Piece extends { text: string }>(kind: string, title: readonly Piece[]): Piece[] {
  const whole = title.map(({ text }) => text).join('')
  let left = DAY[kind]?.exec(whole)?.index ?? whole.length
  return title.flatMap((piece) => {
    const text = piece.text.slice(0, left)
    left -= text.length
    return text === '' ? [] : [{ ...piece, text }]
  })
}
