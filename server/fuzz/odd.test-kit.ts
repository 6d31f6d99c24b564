import type { Dice } from '#domain/time/dice.test-kit.ts'

/** Texts that are allowed somewhere and that programs stumble over. */
const TEXTS = [
  '', ' ', '\n', '\t', 'a', '0', '-1', '1e309', 'NaN', 'Infinity', 'null', 'undefined', 'true', '[object Object]', '[]', '{}', '\u0000', 'a\u0000b', '\ud800', 'x\udfffy', '\ufeff', '\u202e txt.exe', '\u200d\u200b', 'ﷺ'.repeat(20),
  'e\u0301'.repeat(100), 'Z\u0310\u0352\u0351a\u0321l\u0334'.repeat(30), '👩‍👩‍👧‍👦'.repeat(40), 'İIıi', 'ß', '\r\nBcc: x@example.com', '%00', '%s%n%d', '../../../../etc/passwd', '..\\..\\boot.ini', '/dev/null', 'C:\\con', '\'; drop table entry; --', '" or 1=1', '$1', '\\', '{{7*7}}', '${7*7}',
  '<script>alert(1)</script>', 'javascript:alert(1)', '[x](javascript:alert(1))', '![](x){#a}', '#1', '#999999999999999999999', '@Nobody', '@@@@', '`'.repeat(50), '*'.repeat(500), '> '.repeat(200), '- '.repeat(200), '['.repeat(500), '|'.repeat(500), '~~~\n', '<!--', '&#0;&#x110000;', 'http://[::1', '//', 'https://\u0000',
  '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty',
  '1970-01-01T00:00:00Z', '9999-12-31T00:00:00Z', '+275760-09-13T00:00:00Z', '-271821-04-20T00:00:00Z', '2026-02-30', '2024-02-29', '0000-01-01', '1900-01-01', '9999-12-31', '2026-03-29T02:30:00+01:00[Europe/Berlin]', '2026-12-31T23:59:60Z', '00:00', '24:00', '23:59', '9:00', '24:01',
  'Etc/GMT+12', 'Pacific/Apia', 'Europe/Berlin', 'europe/berlin', 'UTC', '+01:00', 'Factory', 'de-u-ca-buddhist', 'xx', 'en-GB-oxendict-x-private', 'bytes=0-', 'a@b', 'a@example.com', '"a b"@example.com', 'ü@exämple.com',
  '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', '00000000-0000-7000-8000-000000000000', 'FFFFFFFF-FFFF-7FFF-BFFF-FFFFFFFFFFFF',
] as const

const NUMBERS = [0, -0, 1, -1, 0.5, 1.5, 255, 256, 32_767, 32_768, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), 2 ** 32, 2 ** 53 - 1, 2 ** 53, -(2 ** 53), 2 ** 63, 1e21, 1e308, 5e-324] as const

/** How long a long text is; the longest field takes 100,000 characters. */
const LONG = [199, 201, 501, 2001, 4097, 50_001, 99_999, 100_001]
/** How deep a deep value is nested. */
const DEEP = [20, 500, 3000]
const MANY = [31, 201, 5000]

export const oddText = (dice: Dice): string => dice.one(8) ? dice.pick(['x', '🦊', 'é ', '[a](', '**', '> ', '\n', '#1 ', '@a ', '\u0301']).repeat(dice.pick(LONG)) : dice.pick(TEXTS)
export const oddNumber = (dice: Dice): number => dice.pick(NUMBERS)

/** JSON of any kind that a field may get by mistake or malice. */
export function oddValue(dice: Dice): unknown {
  const kinds: readonly (() => unknown)[] = [
    () => oddText(dice), () => oddText(dice), () => oddNumber(dice), () => null, () => true, () => false, () => [], () => ({}),
    () => [oddText(dice)], () => [null], () => Array.from({ length: dice.pick(MANY) }, () => oddText(dice).slice(0, 40)), () => deep(dice.pick(DEEP), dice.one(2)),
    () => inherited(dice), () => ({ length: 5, 0: 'a' }), () => ({ toJSON: 'y', valueOf: 1, toString: null }), () => [[[]]], () => '\u{10ffff}',
  ]
  return dice.pick(kinds)()
}

function deep(levels: number, asList: boolean): unknown {
  let value: unknown = 'x'
  for (let level = 0; level < levels; level += 1) value = asList ? [value] : { a: value }
  return value
}

/** `__proto__` as a key of its own, which only parsed JSON can have. */
const inherited = (dice: Dice): unknown => JSON.parse(`{${JSON.stringify(dice.pick(['__proto__', 'constructor', 'prototype', 'toString']))}:${JSON.stringify(dice.pick([{ role: 'owner' }, 'x', null, []]))}}`)

/** Bodies that are no JSON object, or not all of it. */
export function oddBody(dice: Dice, good: string): Buffer {
  const at = dice.upTo(Math.max(1, good.length))
  const bodies: readonly (() => string | Buffer)[] = [
    () => '', () => good.slice(0, at), () => `\ufeff${good}`, () => `${good}${good}`, () => `[${good}]`, () => '[', () => '{"a":', () => '['.repeat(100_000), () => '{"a":'.repeat(50_000), () => `{"a":${'9'.repeat(50_000)}}`, () => '{"a":1e999999}',
    () => Buffer.concat([Buffer.from(good.slice(0, at)), Buffer.from([0xc3, 0x28, 0xff, 0xfe]), Buffer.from(good.slice(at))]), () => Buffer.from(good, 'utf16le'), () => good.replace('{', '{"a":1,"a":2,'), () => good.replaceAll('"', '\''), () => 'null', () => '"x"', () => '1', () => 'true', () => ' '.repeat(1000), () => good.replace('}', ',}'), () => '\u0000',
  ]
  return Buffer.from(dice.pick(bodies)())
}

export const ODD_TYPES = ['application/json', 'application/json; charset=utf-16', 'application/json;charset=utf-8', 'APPLICATION/JSON', 'text/plain', 'text/html', 'application/xml', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', 'application/octet-stream', '', '/', 'application/json, text/plain', 'application/vnd.api+json'] as const
