import type { Problem } from '#contract/problem.ts'
import { renderToStaticMarkup as draw } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { AttachList, sizeWords } from './AttachList.tsx'
import { afterStep, NOTHING_ATTACHED, refusalOf } from './attach-state.ts'
import type { AttachState } from './attach-state.ts'

const LOST: Problem = { type: 'about:blank', title: 'The file did not reach the server.', status: 0, code: 'unreachable', next: 'Try again.' }
const MB = 1024 * 1024
type Step = Parameters<typeof afterStep>[1]
const after = (...steps: Step[]): AttachState => steps.reduce(afterStep, NOTHING_ATTACHED)
const added = (...names: string[]): Step => ({ kind: 'added', files: names.map((name) => ({ key: name, name, size: MB })) })

describe('files on their way', () => {
  test.each<[string, AttachState, string[], string]>([
    ['one is sent', after(added('a.png')), ['a.png'], 'Sending a.png.'],
    ['several are sent', after(added('a.png', 'b.png')), ['a.png', 'b.png'], 'Sending 2 files.'],
    ['one arrived', after(added('a.png', 'b.png'), { kind: 'arrived', key: 'a.png' }), ['b.png'], 'a.png is attached.'],
    ['one was left out', after(added('a.png'), { kind: 'left-out', key: 'a.png' }), [], 'a.png is left out.'],
    ['progress is shown and not read out again', after(added('a.png'), { kind: 'sent', key: 'a.png', share: 0.5 }), ['a.png'], 'Sending a.png.'],
    ['what did not arrive stays, and says why itself', after(added('a.png'), { kind: 'failed', key: 'a.png', problem: LOST }), ['a.png'], ''],
    ['and is sent again', after(added('a.png'), { kind: 'failed', key: 'a.png', problem: LOST }, { kind: 'again', key: 'a.png' }), ['a.png'], 'Sending a.png again.'],
    ['nothing comes back once it was left out', after(added('a.png'), { kind: 'left-out', key: 'a.png' }, { kind: 'failed', key: 'a.png', problem: LOST }), [], 'a.png is left out.'],
  ])('%s', (_what, { list, said }, names, words) => {
    expect([list.map((file) => file.name), said]).toEqual([names, words])
  })
  test('too large ones, empty ones and folders are told before a byte leaves', () => {
    expect([refusalOf({ size: 25 * MB })?.code, refusalOf({ size: 25 * MB + 1 })?.code, refusalOf({ size: 0 })?.code]).toEqual([undefined, 'too_large', 'bad_input'])
    expect(after({ kind: 'added', files: [{ key: 'x', name: 'x.iso', size: 99 * MB }] })).toMatchObject({ said: '', list: [{ problem: { code: 'too_large' } }] })
  })
})

describe('the list of attached files', () => {
  const file = { id: '1', name: '<b>.pdf', size: 14_000, url: '/files/1/%3Cb%3E.pdf', image: false }
  test('names each with its size, and a link that saves it', () => {
    expect(draw(<AttachList files={[file]} />)).toContain('<a href="/files/1/%3Cb%3E.pdf" download="&lt;b&gt;.pdf" rel="noreferrer">&lt;b&gt;.pdf</a></span> <small>14 KB</small>')
  })
  test('says how much has left, what went wrong and what to do', () => {
    const html = draw(<AttachList files={[]} onItsWay={[{ key: 'a', name: 'a.webm', size: MB, share: 0.429 }, { key: 'b', name: 'b.png', size: MB, problem: LOST }]} onRetry={() => {}} onDrop={() => {}} />)
    expect(html).toContain('1.0 MB, 42 % sent')
    expect(html).toContain('<small role="alert">The file did not reach the server. Try again.</small>')
    expect(html).toContain('aria-label="Try again: b.png"')
  })
  test('offers no second try for what would be refused again', () => {
    expect(draw(<AttachList files={[]} onItsWay={[{ key: 'a', name: 'a.iso', size: MB, problem: { ...LOST, status: 413 } }]} onRetry={() => {}} onDrop={() => {}} />)).not.toContain('Try again</button>')
  })
  test('keeps a place where news is read out', () => {
    expect(draw(<AttachList files={[]} said="a.png is attached." />)).toContain('<p class="unseen" role="status">a.png is attached.</p>')
  })
  test.each([[830, '830 bytes'], [14_000, '14 KB'], [2_500_000, '2.4 MB'], [25 * MB, '25 MB']])('%i bytes are %s', (bytes, words) => expect(sizeWords(bytes)).toBe(words))
})
