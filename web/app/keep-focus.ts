/** Parts of a page that are a place of their own, the smallest first when asked for from inside. */
const PLACES = '[data-item], form, [role=group], section, article, aside, nav, [role=dialog], main'
/** What comes in the place of something may take the focus itself; it has so long to do it. Unit: ms. */
const OWN_TIME = 60

/** With what focus is on, all that it stands in, so that something is left of it when it goes. */
function trailOf(element: Element): HTMLElement[] {
  const trail: HTMLElement[] = []
  for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) if (at instanceof HTMLElement) trail.push(at)
  return trail
}

/** It was taken from under the person's hands: removed, hidden or switched off. Whoever clicks beside it leaves it themselves. */
const isGone = (element: HTMLElement) => !element.isConnected || element.matches(':disabled') || !element.checkVisibility()

/** The nearest place of what is left that can be seen; where only the page is left, its title. */
function placeOf(trail: readonly HTMLElement[]): HTMLElement | null {
  const place = trail.find((element) => !isGone(element))?.closest<HTMLElement>(PLACES) ?? null
  return place?.matches('main') ? place.querySelector('h1') ?? place : place
}

function focusOn(place: HTMLElement) {
  if (!place.hasAttribute('tabindex')) {
    place.tabIndex = -1
    place.addEventListener('blur', () => place.removeAttribute('tabindex'), { once: true })
  }
  place.focus({ preventScroll: true })
}

/**
 * Keeps focus near where it was when what had it goes away, as a button does once it is pressed: keys and readers go on
 * from there, and not from the top of the page. Components that know better take the focus first.
 */
export function keepFocus() {
  let trail: readonly HTMLElement[] = []
  let timer: number | undefined
  const look = () => {
    timer = undefined
    const [had] = trail
    if (document.activeElement !== document.body || !had || !isGone(had)) return
    const place = placeOf(trail)
    if (place) focusOn(place)
  }
  document.addEventListener('focusin', ({ target }) => { if (target instanceof Element) trail = trailOf(target) })
  const watcher = new MutationObserver(() => {
    if (document.activeElement === document.body && trail.length > 0) timer ??= window.setTimeout(look, OWN_TIME)
  })
  watcher.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled', 'hidden', 'open', 'class'] })
}
