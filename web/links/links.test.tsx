import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { LinkTarget } from '#contract/links.ts'
import { RenderedMarkdown } from '../ui/markdown/render.tsx'
import { titledHref } from '../ui/markdown/titled.ts'
import { changedTargets } from './changed.ts'
import { LinkCard } from './LinkCard.tsx'
import { cardPlace } from './place.ts'
import { targetIn } from './target.ts'

const window = { width: 1000, height: 600 }
const card = { width: 360, height: 120 }

describe('a card stands', () => {
  test.each([
    ['below its link', { left: 100, top: 100, bottom: 120 }, { left: '100px', top: '126px' }],
    ['above it at the foot of the window', { left: 100, top: 560, bottom: 580 }, { left: '100px', top: '434px' }],
    ['inside the window', { left: 900, top: 100, bottom: 120 }, { left: '624px', top: '126px' }],
  ])('%s', (_why, link, place) => expect(cardPlace(link, card, window)).toEqual(place))
})

describe('a preview is of', () => {
  test.each<[string, string, unknown]>([
    ['an entry', '/128#reply-4', { number: 128 }], ['a title, with the entry it stands in', titledHref('A & B', '/7'), { title: 'A & B', from: 7 }], ['nothing else', '/people', undefined], ['no empty title', '/titled?title=', undefined],
  ])('%s', (_why, href, target) => expect(targetIn(new URL(href, 'https://team.example'), '/people')).toEqual(target))
})

test('titles in double brackets become links, also beside numbers, and never in code', () => {
  const html = renderToStaticMarkup(<RenderedMarkdown text={'See [[Deploying#Back|how]] and #12, not `[[Code]]`.'} />)
  expect(html).toContain('<a href="/titled?title=Deploying">how</a>')
  expect(html).toContain('<a href="/12">#12</a>')
  expect(html).toContain('<code>[[Code]]</code>')
})

test('a card says what was deleted, without its title', () => {
  const html = renderToStaticMarkup(<LinkCard shown={{ number: 5, kind: 'thread', state: 'deleted', title: '#5', spaceName: null, line: 'Thread, deleted.', tldr: '', note: '#5 was deleted today.' }} />)
  expect(html).toBe('<small>#5</small><small>Thread, deleted.</small><p class="link-card-note">#5 was deleted today.</p>')
})

test('links that changed are those that led somewhere', () => {
  const target = (over: Partial<LinkTarget>): LinkTarget => ({ written: '#1', state: 'there', number: 1, personId: null, kind: 'thread', title: '', spaceName: null, note: null, ...over })
  expect(changedTargets([target({}), target({ written: '#2', state: 'deleted', note: 'Gone.' }), target({ state: 'unknown', note: 'None.' }), target({ note: 'Moved.' })]).map(({ note }) => note)).toEqual(['Gone.', 'Moved.'])
})
