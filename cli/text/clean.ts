/** Control characters, and marks that turn the direction of writing; a line break and a tab may stay. */
// oxlint-disable-next-line no-control-regex
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

/** Text of people, made safe to show: nobody's words may move the cursor or hide what stands there. */
export function clean(text: string): string {
  return text.replace(UNSAFE, '')
}

/** The same on one line. */
export function oneLine(text: string): string {
  return clean(text).replace(/\s+/g, ' ').trim()
}
