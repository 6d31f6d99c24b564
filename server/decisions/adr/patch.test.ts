import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FOLDER, LOG4BRAINS_NEW, LOG4BRAINS_OLD, MADR, NYGARD, OLD, PROPOSAL } from './fixtures.test-kit.ts'
import { patchAdr } from './patch.ts'
import { readAdr } from './read.ts'

const NEWER = 'superseded by [ADR-0009](0009-newer.md)'
const patch = (path: string, text: string, status: string | null, links: readonly string[] = []) => patchAdr(text, readAdr(path, text), { status, links })

describe('a file as it came, with status and links of today', () => {
  test.each([
    ['front matter', MADR, MADR.replace('status: accepted', `status: ${NEWER}`)],
    ['a section', NYGARD, NYGARD.replace('✅ Accepted', 'Superseded by [ADR-0009](0009-newer.md)')],
    ['a section with other line ends', OLD, OLD.replace('Accepted', 'Superseded by [ADR-0009](0009-newer.md)')],
    ['a line with a comment', LOG4BRAINS_OLD, LOG4BRAINS_OLD.replace(/superseded by \[.*?\)/, NEWER)],
    ['front matter without a status', '---\nparent: x\n---\n# A\n', `---\nparent: x\nstatus: ${NEWER}\n---\n# A\n`],
    ['an empty status', '---\nstatus:\ndate: 2026-01-01\n---\n# A\n', `---\nstatus: ${NEWER}\ndate: 2026-01-01\n---\n# A\n`],
    ['lines without a status', '# A\r\n\r\n- Date: 2026-01-01\r\n', `# A\r\n\r\n- Status: ${NEWER}\r\n- Date: 2026-01-01\r\n`],
    ['nothing but a title', '# A\r\n\r\nText.', `# A\r\n\r\nStatus: ${NEWER}\r\n\r\nText.`],
    ['nothing at all', 'Text.\n', `---\nstatus: ${NEWER}\n---\n\nText.\n`],
  ])('status in %s', (_where, text, patched) => {
    expect(patch('0001-a.md', text, NEWER).text).toBe(patched)
    expect(readAdr('0001-a.md', patched)).toMatchObject({ state: 'superseded', links: expect.arrayContaining([expect.objectContaining({ how: 'superseded_by', target: '0009-newer.md' })]) })
  })

  test.each([
    ['the list that is there', LOG4BRAINS_NEW, LOG4BRAINS_NEW.trimEnd() + '\n- Supersedes [x](x.md)\n'], ['below the status', NYGARD, NYGARD.replace('✅ Accepted', '✅ Accepted\n\nSupersedes [x](x.md)')],
    ['the end', OLD.replace(/## Status\r\n\r\nAccepted\r\n\r\n/, ''), `${OLD.replace(/## Status\r\n\r\nAccepted\r\n\r\n/, '')}\r\n\r\n## Links\r\n\r\n- Supersedes [x](x.md)\r\n`],
  ])('links in %s', (_where, text, patched) => {
    expect(patch('0001-a.md', text, null, ['Supersedes [x](x.md)']).text).toBe(patched)
    expect(readAdr('0001-a.md', patched).links).toContainEqual(expect.objectContaining({ how: 'supersedes', target: 'x.md' }))
  })

  test('without a change the bytes are the same, whatever the file says', () => {
    for (const [path, text] of Object.entries(FOLDER)) expect(patch(path, text, null).text).toBe(text)
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom(PROPOSAL, MADR).chain((text) => fc.nat(text.length).map((cut) => text.slice(cut)))), (text) => {
      expect(patch('0001-a.md', text, null).text).toBe(text)
    }), { numRuns: 1000 })
  })

  test('outside of what is kept nothing differs', () => {
    fc.assert(fc.property(fc.constantFrom(...Object.entries(FOLDER)), fc.constantFrom(null, NEWER, 'deprecated'), fc.constantFrom([], ['Supersedes [x](x.md)']), ([path, text], status, links) => {
      const [one, other] = [patch(path, text, null), patch(path, text, status, links)]
      const outside = ({ text: whole, kept }: typeof one) => [whole.slice(0, kept[0]?.start), whole.slice(kept[0]?.end, kept[1]?.start), whole.slice(kept[1]?.end)]
      expect(outside(other)).toEqual(outside(one))
    }))
  })
})
