import './links.css'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { Root } from 'react-dom/client'
import { previewLink } from '#contract/links.ts'
import type { LinkPreview } from '#contract/links.ts'
import { call, problemFrom } from '../app/api.ts'
import { LinkCard } from './LinkCard.tsx'
import { cardPlace } from './place.ts'
import { targetIn } from './target.ts'

/** Whoever only passes over a link sees nothing; leaving it for its card takes a moment. Unit: ms. */
const RESTS_MS = 250
const LEAVES_MS = 200
/** What was shown may be shown again for so long. Unit: ms. */
const FRESH_MS = 30_000
const ID = 'link-card'

type Shown = { link: HTMLAnchorElement, box: HTMLElement, root: Root }
let shown: Shown | undefined
let aimed: HTMLAnchorElement | undefined
let leaving: ReturnType<typeof setTimeout> | undefined
const watched = new WeakSet<HTMLAnchorElement>()
const read = new Map<string, Promise<LinkPreview | string>>()

/** Shows what stands behind a link once the pointer or the focus rests on it; gone when they leave, or by Escape. */
export function preview(link: HTMLAnchorElement): void {
  clearTimeout(leaving)
  if (aimed === link || shown?.link === link) return
  aimed = link
  if (!watched.has(link)) for (const kind of ['pointerleave', 'blur'] as const) link.addEventListener(kind, () => leave(link))
  watched.add(link)
  setTimeout(() => { if (aimed === link) void show(link) }, RESTS_MS)
}

function leave(link: HTMLAnchorElement): void {
  if (aimed === link) aimed = undefined
  leaving = setTimeout(() => { if (shown?.link === link) hide() }, LEAVES_MS)
}

async function show(link: HTMLAnchorElement): Promise<void> {
  const target = targetIn(new URL(link.href), location.pathname)
  if (!target) return
  const key = JSON.stringify(target)
  const found = read.get(key) ?? call(previewLink, target).catch((error: unknown) => problemFrom(error).title)
  if (!read.has(key)) {
    read.set(key, found)
    setTimeout(() => read.delete(key), FRESH_MS)
  }
  const what = await found
  if (aimed !== link || !link.isConnected) return
  hide()
  aimed = link
  const box = document.createElement('div')
  Object.assign(box, { id: ID, className: 'link-card' })
  box.setAttribute('role', 'tooltip')
  // Inside of the page's own landmark, so that whoever goes by landmarks comes past it.
  const page = document.getElementById('main') ?? document.body
  page.append(box)
  const root = createRoot(box)
  flushSync(() => root.render(<LinkCard shown={what} />))
  Object.assign(box.style, cardPlace(link.getClientRects()[0] ?? link.getBoundingClientRect(), box.getBoundingClientRect(), { width: innerWidth, height: innerHeight }))
  link.setAttribute('aria-describedby', ID)
  box.addEventListener('pointerenter', () => clearTimeout(leaving))
  box.addEventListener('pointerleave', hide)
  document.addEventListener('keydown', onKey, true)
  for (const kind of ['scroll', 'click'] as const) document.addEventListener(kind, hide, { once: true, capture: true })
  shown = { link, box, root }
}

function hide(): void {
  if (!shown) return
  const { link, box, root } = shown
  shown = undefined
  aimed = undefined
  link.removeAttribute('aria-describedby')
  document.removeEventListener('keydown', onKey, true)
  root.unmount()
  box.remove()
}

/** Escape closes the card and nothing else; any other key leaves it. */
function onKey(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return
  event.stopPropagation()
  hide()
}
