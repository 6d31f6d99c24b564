import type { Dice } from '#domain/time/dice.test-kit.ts'

/** Larger than any fixture, small enough for a million of them. Unit: bytes. */
const SIZE_MAX = 65_536
/** Bytes that begin, end or break something in most formats. */
const SIGNS = [0x00, 0x0a, 0x0d, 0x20, 0x22, 0x23, 0x2d, 0x3a, 0x3c, 0x5b, 0x60, 0x7b, 0x7f, 0x80, 0xc3, 0xe2, 0xed, 0xf0, 0xff] as const

type Given = { dice: Dice; /** Words of the format, put in where they do not belong. */ words: readonly string[]; /** Files of the format, of which pieces are put into one another. */ others: readonly Buffer[] }
type Change = (bytes: Buffer, given: Given) => Buffer

const place = (bytes: Buffer, dice: Dice): number => dice.upTo(bytes.length + 1)
const stretch = (bytes: Buffer, dice: Dice): [number, number] => { const from = place(bytes, dice); return [from, Math.min(bytes.length, from + 1 + dice.upTo(dice.pick([4, 40, 400])))] }
const between = (bytes: Buffer, [from, to]: [number, number], piece: Uint8Array): Buffer => Buffer.concat([bytes.subarray(0, from), piece, bytes.subarray(to)])

const CHANGES: readonly Change[] = [
  (bytes, { dice }) => { const at = place(bytes, dice); return between(bytes, [at, Math.min(bytes.length, at + 1)], Buffer.from([(bytes[at] ?? 0) ^ (1 << dice.upTo(8))])) },
  (bytes, { dice }) => { const at = place(bytes, dice); return between(bytes, [at, dice.one(2) ? at : Math.min(bytes.length, at + 1)], Buffer.from([dice.pick(SIGNS)])) },
  (bytes, { dice }) => between(bytes, stretch(bytes, dice), Buffer.alloc(0)),
  (bytes, { dice }) => { const [from, to] = stretch(bytes, dice); return between(bytes, [to, to], bytes.subarray(from, to)) },
  (bytes, { dice, words }) => { const at = place(bytes, dice); return between(bytes, [at, at], Buffer.from(dice.pick(words))) },
  (bytes, { dice, words }) => { const at = place(bytes, dice); return between(bytes, [at, at], Buffer.from(dice.pick(words).repeat(1 + dice.upTo(dice.pick([3, 300, 3000]))))) },
  (bytes, { dice, others }) => { const other = dice.pick(others); const [from, to] = stretch(other, dice); return between(bytes, stretch(bytes, dice), other.subarray(from, to)) },
  (bytes, { dice }) => bytes.subarray(0, place(bytes, dice)),
]

/** A file with one to six faults in it: bits turned, pieces lost, doubled, put elsewhere or said a thousand times. */
export function mutated(file: Buffer, given: Given): Buffer {
  let bytes = file
  for (let left = 1 + given.dice.upTo(6); left > 0; left -= 1) bytes = given.dice.pick(CHANGES)(bytes, given).subarray(0, SIZE_MAX)
  return bytes
}
