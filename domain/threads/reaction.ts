import { Refusal } from '../refusal.ts'
import { said } from '../words/said.ts'

/** One pictograph with its variants, joined ones and flags included; digits with a keycap too. */
const EMOJI = /^(?:\p{RGI_Emoji})$/v

/**
 * A reaction is one emoji: it says enough, and no more.
 * @throws {Refusal} `bad_input` for anything else
 */
export function checkReaction(emoji: string): void {
  if (EMOJI.test(emoji)) return
  throw new Refusal('bad_input', said`A reaction is one emoji.`, said`Choose one emoji, or write a reply.`)
}
