import { Refusal } from '../refusal.ts'

/** One pictograph with its variants, joined ones and flags included; digits with a keycap too. */
const EMOJI = /^(?:\p{RGI_Emoji})$/v

/**
 * A reaction is one emoji: it says enough, and no more.
 * @throws {Refusal} `bad_input` for anything else
 */
export function checkReaction(emoji: string): void {
  if (EMOJI.test(emoji)) return
  throw new Refusal('bad_input', 'A reaction is one emoji.', 'Choose one emoji, or write a reply.')
}
