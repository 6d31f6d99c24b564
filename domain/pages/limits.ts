import { Refusal } from '../refusal.ts'
import { said } from '../words/said.ts'

/** As much as a page holds. Unit: UTF-16 units of Markdown. */
const PAGE_TEXT_MAX = 1_000_000
/** Unit: UTF-16 units. */
const PAGE_TITLE_MAX = 200

/** @throws {Refusal} `too_large` for more than a page holds, also where joining two texts made it so */
export function checkText(text: string): void {
  if (text.length > PAGE_TEXT_MAX) throw new Refusal('too_large', said`A page holds a million characters, and this is more.`, said`Move a part of it to a page below.`)
}

/** @throws {Refusal} `bad_input` */
export function checkTitle(title: string): void {
  if (title.trim() === '' || title.length > PAGE_TITLE_MAX) throw new Refusal('bad_input', said`A page has a title of at most 200 characters.`, said`Give it a short title that says what it is about.`)
}
