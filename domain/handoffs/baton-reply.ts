/** What a reply to the mail about a baton wants: to take it, or to give it back with the one question that it is. */
export type BatonReply = { does: 'accept' } | { does: 'return'; question: string }

/** Words that say yes by themselves, in the languages in which the mail asks. */
const YES = new Set([
  'accept', 'accepted', 'accepting', 'yes', 'yep', 'ok', 'okay', 'take', 'taken', 'taking', 'mine',
  'annehmen', 'angenommen', 'nehme', 'übernehme', 'übernommen', 'ja',
])
/** Words that may stand beside them and change nothing. */
const BESIDE = new Set([
  'i', 'ill', 'will', 'do', 'it', 'this', 'that', 'is', 'sure', 'thanks', 'thank', 'you', 'please', 'hi', 'hello', 'and', 'got',
  'ich', 'an', 'ihn', 'das', 'es', 'den', 'stab', 'gern', 'gerne', 'klar', 'danke', 'dir', 'bitte', 'hallo', 'und', 'hiermit',
])

/**
 * A first line of nothing but a yes takes the baton. Anything else, and any question anywhere, gives it back: a yes that
 * was not meant would leave the giver without the baton, a question that was not meant only comes back to them.
 *
 * @param text what somebody wrote, without quotes and signature; not empty
 * @example "OK, thanks" and "Nehme ich an" accept; "OK, but which keys?" and "Okay for Friday" return
 */
export function readBatonReply(text: string): BatonReply {
  const first = text.trim().split('\n', 1)[0] ?? ''
  const words = first.normalize('NFC').toLowerCase().replace(/[’']/g, '').split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  const says = words.some((word) => YES.has(word)) && words.every((word) => YES.has(word) || BESIDE.has(word))
  return says && !/[?？؟]/.test(text) ? { does: 'accept' } : { does: 'return', question: text.trim() }
}
