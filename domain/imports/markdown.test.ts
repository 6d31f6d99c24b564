import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { factsOf, folderTitle, frontMatterOf } from './markdown-file.ts'
import { markdownTree } from './markdown-tree.ts'
import { pageAt, relink, targetOf, targetsIn } from './relink.ts'

test('a folder is the page of its index, of the file beside it, or one of its own; parents come first', () => {
  const tree = markdownTree(['README.md', 'ops/a.md', 'ops/deep/b.md', 'guide/README.md', 'guide/c.md', 'Team 0123.md', 'Team 0123/d.md'])
  expect(tree.map(({ path, parent }) => [path, parent])).toEqual([
    ['README.md', null], ['Team 0123.md', null], ['Team 0123/d.md', 'Team 0123.md'], ['guide/README.md', null], ['guide/c.md', 'guide/README.md'], ['ops/', null], ['ops/a.md', 'ops/'], ['ops/deep/', 'ops/'], ['ops/deep/b.md', 'ops/deep/'],
  ])
  fc.assert(fc.property(fc.uniqueArray(fc.array(fc.constantFrom('a', 'b', 'README.md', 'index.md', 'a.md'), { minLength: 1, maxLength: 4 }).map((parts) => `${parts.join('/')}.md`), { maxLength: 12 }), (paths) => {
    const seen = new Set<string>()
    for (const { path, parent } of markdownTree(paths)) {
      expect(parent === null || seen.has(parent)).toBe(true)
      seen.add(path)
    }
    expect(paths.every((path) => seen.has(path))).toBe(true)
  }))
})

describe('what a file says of itself', () => {
  test.each([
    ['its front matter', 'a.md', '---\ntitle: x\n---\n# Y', { title: ' Tides ', tags: ['sea', '#sea', 'air'], date: '2019-05-06' }, { title: 'Tides', tags: ['sea', 'air'], at: '2019-05-06T12:00:00Z' }],
    ['its heading', 'a.md', 'x\n# The **pier** #\n', null, { title: 'The pier', tags: [], at: null }], ['not a heading in code', 'tide-table.md', '```\n# no\n```', null, { title: 'tide table', tags: [], at: null }],
    ['its name', 'x/Pier 0123456789abcdef0123456789abcdef.md', '', null, { title: 'Pier', tags: [], at: null }], ['its folder', 'ops/README.md', '', null, { title: 'ops', tags: [], at: null }],
    ['tags in a line', 'a.md', '', { tags: 'sea, air', updated_at: '2019-05-06T10:00:00+02:00' }, { title: 'a', tags: ['sea', 'air'], at: '2019-05-06T08:00:00Z' }], ['nonsense', '.md', '', { title: {}, tags: 7, date: 'soon' }, { title: 'A page without a title', tags: [], at: null }],
  ])('%s', (_why, path, text, front, facts) => { expect(factsOf(path, text, front)).toEqual(facts) })
  test('front matter, and folders', () => {
    expect(frontMatterOf('---\na: 1\n---\nx')).toBe('a: 1')
    expect(frontMatterOf('x\n---\na: 1\n---\n')).toBeNull()
    expect(folderTitle('a/on-call/')).toBe('on call')
  })
})

describe('links between files', () => {
  test.each([
    ['b.md', { path: 'a/b.md', rest: '' }], ['../c.md#x', { path: 'c.md', rest: '#x' }], ['<./d%20e.md>', { path: 'a/d e.md', rest: '' }], ['sub/', { path: 'a/sub/', rest: '' }],
    ['https://a.b/c.md', null], ['mailto:a@b', null], ['/root.md', null], ['#here', null], ['../../out.md', null], ['', null],
  ])('%j in a/x.md', (written, target) => { expect(targetOf('a/x.md', written)).toEqual(target) })

  const known = new Set(['a/b.md', 'a/sub/README.md', 'a/deep/'])
  const shown = (text: string) => relink('a/x.md', text, ({ path, rest }) => { const page = pageAt(path, known); return page === null ? path.endsWith('.png') ? '/files/1/p.png' : null : `/${page.length}${rest}` })
  test.each([
    ['[b](b.md) and [b](b "t")', '[b](/6) and [b](/6 "t")'], ['![p](img/p.png)', '![p](/files/1/p.png)'], ['[s](sub/#x) [d](deep)', '[s](/15#x) [d](/7)'], ['[r][1]\n\n[1]: b.md', '[r][1]\n\n[1]: /6'], ['<img src="img/p.png" alt="">', '<img src="/files/1/p.png" alt="">'],
    ['`[b](b.md)` [gone](gone.md)', '`[b](b.md)` [gone](gone.md)'], ['```\n[b](b.md)\n```', '```\n[b](b.md)\n```'], ['[![p](p.png)](b.md)', '[![p](/files/1/p.png)](/6)'],
  ])('%j reads %j', (text, linked) => { expect(shown(text)).toBe(linked) })
  test('nothing but links changes, and it takes time in proportion to the length', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('[', ']', '(', ')', '](b.md)', '<', '>', '`', '\n', 'b.md', ' ', '!', ': ', '<img src="', '---\n')), (parts) => {
      const text = parts.join('')
      expect(relink('a/x.md', text, () => null)).toBe(text)
      expect(shown(text).replaceAll('/6', 'b.md').length).toBeGreaterThanOrEqual(0)
    }))
    for (const bad of ['](', '[a]: ', '<img src="', '](a(', '<a ']) expect(targetsIn('a.md', bad.repeat(20_000))).toBeInstanceOf(Array)
  })
})
