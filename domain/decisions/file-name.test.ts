import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileNameOf } from './file-name.ts'

describe('the file of a record', () => {
  test.each([
    [7, 'Use Café tables, not DB rows!', '0007-use-cafe-tables-not-db-rows.md'],
    [1, '…', '0001-decision.md'],
    [2, '   ', '0002-decision.md'],
    [12345, 'After  the\tmove / C++', '12345-after-the-move-c.md'],
    [3, `${'word '.repeat(40)}`, '0003-word-word-word-word-word-word-word-word-word-word.md'],
    [5, 'A title that goes on and on until nobody remembers why', '0005-a-title-that-goes-on-and-on-until-nobody-remembers.md'],
    [6, 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft', '0006-donaudampfschifffahrtselektrizitatenhauptbetriebsw.md'],
    [4, '../../etc/passwd', '0004-etc-passwd.md'],
    [8, 'ＦＵＬＬ width №５ ﬁne', '0008-full-width-no5-fine.md'],
    [9, 'İstanbul’da ne olacak', '0009-istanbul-da-ne-olacak.md'],
  ])('%d, “%s”', (number, title, name) => {
    expect(fileNameOf(number, title)).toBe(name)
  })

  test.each([
    ['Japanese, with its voiced letters', 'キャッシュをどこに置くか', 'キャッシュをどこに置くか'],
    ['Hindi, with its vowels', 'कैश कहाँ रहेगा?', 'कैश-कहाँ-रहेगा'],
    ['Hindi, with a joiner', 'क्‍ष कैश', 'क्ष-कैश'],
    ['Thai, which has no gaps', 'เก็บแคชไว้ที่ไหนดี', 'เก็บแคชไว้ที่ไหนดี'],
    ['Arabic', 'أين نحفظ الذاكرة المؤقتة؟', 'أين-نحفظ-الذاكرة-المؤقتة'],
    ['Persian, with a gap inside a word', 'کجا می‌ماند', 'کجا-میماند'],
    ['Hebrew with points', 'הַמְטָמוֹן', 'הַמְטָמוֹן'],
    ['Russian, whose й is a letter', 'Какой кэш', 'какой-кэш'],
    ['Vietnamese', 'Bộ nhớ đệm ở đâu', 'bo-nho-đem-o-đau'],
    ['Korean', '캐시는 어디에', '캐시는-어디에'],
    ['words among emoji', '🚀 Ship it 👩‍👩‍👧 now ❤️', 'ship-it-now'],
    ['emoji alone', '🚀❤️👩‍💻', 'decision'],
    ['a key with a number', '1️⃣ First', '1-first'],
    ['marks alone', '\u0301\uFE0F\u20E3', 'decision'],
  ])('%s', (_what, title, name) => {
    expect(fileNameOf(1, title)).toBe(`0001-${name.normalize('NFC')}.md`)
  })

  test('a long word does not lose the marks of its last letter', () => {
    const name = fileNameOf(1, 'की'.repeat(60))
    expect(name).toBe(`0001-${'की'.repeat(25)}.md`)
    expect(fileNameOf(1, `x${'की'.repeat(60)}`)).toBe(`0001-x${'की'.repeat(24)}.md`)
  })

  test('whatever the title: never empty, never too long for a file system, and never two of the same', () => {
    const titles = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 120 }), fc.array(fc.constantFrom('\u0301', '\uFE0F', '\u200D', '👩‍💻', '-', '.', '/', 'ก', 'ำ', 'की', 'A', '٣', '\uD800'), { maxLength: 80 }).map((parts) => parts.join('')))
    fc.assert(fc.property(titles, titles, fc.nat(20_000), fc.nat(20_000), (one, other, first, second) => {
      const name = fileNameOf(first, one)
      expect(name).toMatch(/^\d{4,}-[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*\.md$/u)
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255)
      if (first !== second) expect(fileNameOf(second, other)).not.toBe(name)
    }), { numRuns: 500 })
  })
})
