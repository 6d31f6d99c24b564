import { assert, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileAddress, fileLinksIn, fileMarkdown } from './links.ts'
import { cleanFileName, FILE_NAME_MAX } from './name.ts'

const ID = '0195c0de-0000-7000-8000-00000000cafe'

describe('the name of a file', () => {
  test.each([
    ['stays as people see it', 'Zürich — plan (v2).pdf', 'Zürich — plan (v2).pdf'],
    ['also in other scripts', '設計書 ２.docx', '設計書 ２.docx'],
    ['also with letters that are joined', '👩‍🚀 launch.png', '👩‍🚀 launch.png'],
    ['loses folders', '../../etc/passwd', 'passwd'],
    ['loses folders of other systems', String.raw`C:\Users\ana\budget.xlsx`, 'budget.xlsx'],
    ['loses what reorders letters', 'invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['loses what hides between letters', 're\u200Bport\u2066.txt', 'report.txt'],
    ['loses control characters and line breaks', 'a\u0000b\r\nSet-Cookie: x\u0085.txt', 'abSet-Cookie: x.txt'],
    ['hides no ending behind a gap', `photo.png${' '.repeat(150)}.exe`, 'photo.png .exe'],
    ['does not end in dots', 'report.pdf. .', 'report.pdf'],
    ['is something when nothing is left', '../..', 'file'],
    ['is something when it was never anything', ' \u202E ', 'file'],
    ['is written in one way', 'Zu\u0308rich.txt', 'Zürich.txt'],
    ['keeps its ending when it is cut', `${'a'.repeat(5000)}.tar.gz`, `${'a'.repeat(197)}.gz`],
    ['is not cut inside a letter', `${'a'.repeat(195)}😀😀.txt`, `${'a'.repeat(195)}.txt`],
  ])('%s', (_why, given, kept) => expect(cleanFileName(given)).toBe(kept))

  test('is clean for whatever was given, and cleaning again changes nothing', () => {
    assert(property(string({ unit: 'binary', maxLength: 400 }), (given) => {
      const name = cleanFileName(given)
      expect(name.length).toBeGreaterThan(0)
      expect(name.length).toBeLessThanOrEqual(FILE_NAME_MAX)
      expect(name.isWellFormed()).toBe(true)
      expect(name).not.toMatch(/[/\\\p{Cc}\u202A-\u202E\u2066-\u2069]/u)
      expect(['.', '..']).not.toContain(name)
      expect(cleanFileName(name)).toBe(name)
    }), { numRuns: 500 })
  })
})

describe('links to files', () => {
  test('a picture stands in its place, anything else is a link', () => {
    expect(fileMarkdown({ id: ID, name: 'plan.png', image: true })).toBe(`![plan.png](/files/${ID}/plan.png)`)
    expect(fileMarkdown({ id: ID, name: 'plan.pdf', image: false })).toBe(`[plan.pdf](/files/${ID}/plan.pdf)`)
  })
  test('a name cannot end the link it stands in', () => {
    expect(fileMarkdown({ id: ID, name: 'a](x) <b> (c).pdf', image: false })).toBe(`[a\\](x) \\<b\\> (c).pdf](/files/${ID}/a%5D%28x%29%20%3Cb%3E%20%28c%29.pdf)`)
  })
  test('are found in a text, each once, also in full addresses and capitals', () => {
    const other = ID.replace('cafe', 'beef')
    const text = `![a](/files/${ID}/a.png) and https://longhand.test/files/${other.toUpperCase()}/b.pdf, again /files/${ID}/a.png`
    expect(fileLinksIn(text)).toEqual([ID, other])
  })
  test.each([
    ['a longer id', `/files/${ID}0/a`], ['no id', '/files/../etc/passwd'], ['another room', `/entries/${ID}/a`],
  ])('%s is none', (_why, text) => expect(fileLinksIn(text)).toEqual([]))
  test('every address that is made is found again', () => {
    assert(property(string({ unit: 'binary', maxLength: 60 }), (given) => {
      expect(fileLinksIn(`[x](${fileAddress({ id: ID, name: cleanFileName(given) })})`)).toEqual([ID])
    }))
  })
})
