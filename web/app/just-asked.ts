/** An ask as it was sent: the thread it stands in, and its form as far as it is known. */
export type JustAsked = { thread?: number | undefined, draft: object }

const keyOf = (number: number) => `longhand.asked.${number}`

/** Keeps the form of an ask, for this window: who takes it back finds it again as it was. What is kept already stays. */
export function keepAsked(stored: Pick<Storage, 'getItem' | 'setItem'>, number: number, asked: JustAsked) {
  try {
    if (stored.getItem(keyOf(number)) === null) stored.setItem(keyOf(number), JSON.stringify(asked))
  } catch {
    // Without storage the text is still in the answer of the server; nothing else can keep it.
  }
}

/** The form of an ask that was taken back; undefined where this window knows nothing of it. */
export function askedBefore(stored: Pick<Storage, 'getItem'>, number: number): JustAsked | undefined {
  try {
    const kept = stored.getItem(keyOf(number))
    return kept === null ? undefined : (JSON.parse(kept) as JustAsked)
  } catch {
    return undefined
  }
}
