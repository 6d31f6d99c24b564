import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { freshFront, keptFront } from './front-of.ts'
import type { FrontGiven } from './front-of.ts'
import { readFront } from './front-matter.ts'
import { readAdr } from './read.ts'
import { rewriteFront } from './rewrite-front.ts'

const ANA = { id: 'ana', name: 'Ana', email: 'ana@example.test' }
const BEN = { id: 'ben', name: 'Ben', email: 'ben@example.test' }
const nobody = { ids: [], names: [] }
const given = (more: Partial<FrontGiven> = {}): FrontGiven => ({ title: 'A', status: 'accepted', date: '2026-03-24', deciders: { ids: ['ana'], names: ['Ana'] }, consulted: nobody, informed: nobody, tags: [], ...more })
const kept = (front: string, now: FrontGiven, statusStays = false): string => {
  const text = `---\n${front}---\n# A\n`
  return keptFront(now, { front: readFront(text), record: readAdr('0001-a.md', text), people: [ANA, BEN], statusStays })
}

describe('front matter of a file that is written anew', () => {
  test.each([
    ['other keys stay where they are, as they are', 'parent: Decisions\nnav_order:   2 # third\nstatus: proposed # since May\n\n# for the site\nlayout: {a: 1,\n  b: [x, "y"]}\n', 'parent: Decisions\nnav_order:   2 # third\nstatus: accepted # since May\n\n# for the site\nlayout: {a: 1,\n  b: [x, "y"]}\ndate: 2026-03-24\ndecision-makers:\n  - Ana\n'],
    ['who is named by address stays so, also in other words for the key', 'status: proposed\ndeciders: [ana@example.test]\ndate: 2026-01-01\n', 'status: accepted\ndeciders: [ana@example.test]\ndate: 2026-03-24\n'],
    ['others take their place under the key of the file', 'Deciders:\n  - Ben\n  # and nobody else\nstatus: accepted\ndate: 2026-03-24\n', 'Deciders:\n  - Ana\n  # and nobody else\nstatus: accepted\ndate: 2026-03-24\n'],
    ['what is empty now goes', 'tags: [a, b]\nid: 7\nstatus: accepted\ndate: 2026-03-24\ndecision-makers: Ana\n', 'id: 7\nstatus: accepted\ndate: 2026-03-24\ndecision-makers: Ana\n'],
    ['a key that stands twice is written once', 'status: proposed\nid: 7\nstatus: draft\ndate: 2026-03-24\ndecision-makers: Ana\n', 'status: accepted\nid: 7\ndate: 2026-03-24\ndecision-makers: Ana\n'],
    ['all of it may stand a little to the right', '  id: 7\n  status: proposed\n', '  id: 7\n  status: accepted\n  date: 2026-03-24\n  decision-makers:\n    - Ana\n'],
    ['words over several lines', 'status: >\n  still\n  open\nid: |\n  # no comment\n  7\ndate: 2026-03-24\ndecision-makers: Ana\n', 'status: accepted\nid: |\n  # no comment\n  7\ndate: 2026-03-24\ndecision-makers: Ana\n'],
    ['nothing but comments', '# ours\n', '# ours\nstatus: accepted\ndate: 2026-03-24\ndecision-makers:\n  - Ana\n'],
    ['one that cannot be read is kept as comments', 'id: [7\nstatus: proposed\n', 'status: accepted\ndate: 2026-03-24\ndecision-makers:\n  - Ana\n# id: [7\n# status: proposed\n'],
    ['nor is one in braces', '{id: 7}\n', 'status: accepted\ndate: 2026-03-24\ndecision-makers:\n  - Ana\n# {id: 7}\n'],
    ['a word of ours that another one refers to is not taken away', 'status: &now proposed\nshown: *now\n', 'status: accepted\ndate: 2026-03-24\ndecision-makers:\n  - Ana\n# status: &now proposed\n# shown: *now\n'],
  ])('%s', (_what, before, after) => {
    expect(kept(before, given())).toBe(after)
    expect(readAdr('0001-a.md', `---\n${after}---\n# A\n`)).toMatchObject({ status: 'accepted', date: '2026-03-24', state: 'decided' })
  })

  test('what is the same stays as it was written', () => {
    const same = 'title:  A\ndecision_makers: Ana and Zoe Nobody\nconsulted: [ "ben@example.test" ]\ntags: [ x,y ]\nstatus: Marinating\n'
    const now = given({ date: null, deciders: { ids: ['ana'], names: ['Ana', 'Zoe Nobody'] }, consulted: { ids: ['ben'], names: ['Ben'] }, tags: ['x', 'y'] })
    expect(kept(same, now, true)).toBe(same)
    expect(kept(same, { ...now, title: 'B: new' }, true)).toBe(same.replace('title:  A', 'title:  "B: new"'))
  })

  test('without one it is that of MADR', () => {
    expect(freshFront(given({ consulted: { ids: ['ben'], names: ['Ben'] } }))).toBe('status: accepted\ndate: 2026-03-24\ndecision-makers:\n  - Ana\nconsulted:\n  - Ben\n')
  })

  test('whatever stands there: foreign keys keep their values, their order and their lines', () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/).filter((one) => !['status', 'date', 'tags'].includes(one))
    const value = fc.letrec<{ value: unknown }>((tie) => ({ value: fc.oneof({ maxDepth: 2 }, fc.string({ unit: 'grapheme', maxLength: 40 }), fc.integer(), fc.boolean(), fc.constant(null), fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(word, tie('value'), { maxKeys: 3 })) })).value
    const entry = fc.tuple(word, value, fc.constantFrom('', '# a comment\n', '\n', '  # more\n'), fc.boolean())
      .map(([key, one, before, flow]) => ({ key, one, text: before + stringify({ [key]: one }, { collectionStyle: flow ? 'flow' : 'any', lineWidth: 0 }).replace(/^\{ ?([^]*?) ?\}\n$/, flow ? '$1\n' : '$&') }))
      .filter(({ key, one, text }) => { try { return JSON.stringify(parse(text)) === JSON.stringify({ [key]: one }) } catch { return false } })
    fc.assert(fc.property(fc.uniqueArray(entry, { maxLength: 5, selector: ({ key }) => key }), fc.nat(5), fc.constantFrom('status: proposed\n', 'tags:\n  - old\n', ''), (entries, at, own) => {
      const texts = entries.map(({ text }) => text)
      const front = [...texts.slice(0, at), own, ...texts.slice(at)].join('')
      fc.pre(front.length > 0 && !/^---/m.test(front))
      const written = rewriteFront(front, [{ keys: ['status'], value: 'superseded by [ADR-9](x.md)' }, { keys: ['tags'], value: ['new: one'] }])
      const now = parse(written) as Record<string, unknown>
      expect(now).toMatchObject({ status: 'superseded by [ADR-9](x.md)', tags: ['new: one'] })
      expect(JSON.stringify(Object.entries(now).filter(([key]) => key !== 'status' && key !== 'tags'))).toBe(JSON.stringify(entries.map(({ key, one }) => [key, one])))
      let from = 0
      for (const text of texts) {
        const found = written.indexOf(text, from)
        expect(found).toBeGreaterThanOrEqual(from)
        from = found + text.length
      }
    }), { numRuns: 400 })
  })
})
