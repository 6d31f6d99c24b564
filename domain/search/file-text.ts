/** Files whose bytes are words, by the end of their name: notes, tables, logs, settings and code. */
const TEXT_ENDS: ReadonlySet<string> = new Set(('txt text md markdown rst adoc org tex csv tsv json jsonl ndjson yaml yml toml ini cfg conf env properties log xml html htm css scss less sql graphql proto diff patch '
  + 'js mjs cjs ts mts cts tsx jsx vue svelte py rb rs go java kt kts scala c h cc cpp hpp cs swift php pl lua r jl sh bash zsh fish ps1 bat tf hcl nix dockerfile makefile gradle erl ex exs hs clj elm dart zig ics eml vtt srt').split(' '))

/** Bytes that stand in no text. */
const NUL = '\u0000'
/** A few signs that are none come from the cut at the end; a text in another encoding has many. Share. */
const BROKEN_MAX = 0.01

/**
 * The text of a file, where its name says that it has one and its bytes were UTF-8; else an empty one.
 * @param text the beginning of the file, decoded; what was cut in the middle of a sign loses that sign
 */
export function readableText(name: string, text: string): string {
  const end = /[^./\\]+$/.exec(name.toLowerCase())?.[0] ?? ''
  if (!TEXT_ENDS.has(end)) return ''
  const broken = text.split('\uFFFD').length - 1
  if (text.includes(NUL) || broken > Math.max(1, text.length * BROKEN_MAX)) return ''
  return text.replaceAll('\uFFFD', '')
}
