import { describe, expect, test } from 'vitest'
import { addressOf, ownPicture } from './addresses.ts'

describe('where a link may lead', () => {
  test.each([
    ['https://example.org/a', true], ['//evil.example', true], ['/\\evil.example', true], ['\\\\evil.example/x', true],
    ['/231', false], ['?of=mine', false], ['#here', false], ['mailto:mei@example.org', false],
  ])('%s leads away: %s', (href, away) => expect(addressOf(href)).toEqual({ href, away }))

  test.each(['javascript:alert(1)', ' JaVaScRiPt:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x', 'vbscript:x', 'blob:https://a/b', 'file:///etc/passwd', 'https://', '', undefined, 7])(
    '%s is no link', (href) => expect(addressOf(href)).toBeUndefined())
})

describe('which pictures are shown', () => {
  test.each([
    ['/files/a.png', '/files/a.png'], ['/files/a/../b.png', '/files/b.png'], ['/files/a.png?w=2', '/files/a.png?w=2'],
    ['/files/../api/v1/me', undefined], ['/files/%2e%2e/api', undefined], ['//evil.example/files/a.png', undefined], ['https://evil.example/files/a.png', undefined],
    ['data:image/png;base64,AA', undefined], ['javascript:1', undefined], ['/api/v1/me', undefined],
  ])('%s → %s', (src, shown) => expect(ownPicture(src)).toBe(shown))
})
