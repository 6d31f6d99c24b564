type Box = { left: number, top: number, bottom: number }
type Size = { width: number, height: number }

/** Between a link and its card, and to the edge of the window. Unit: px. */
const GAP = 6
const EDGE = 16

/** Where a card stands: below its link, above it where there is no room, and always inside the window. */
export function cardPlace(link: Box, card: Size, window: Size): { left: string, top: string } {
  const left = Math.max(EDGE, Math.min(link.left, window.width - card.width - EDGE))
  const below = link.bottom + GAP + card.height <= window.height - EDGE
  const top = below ? link.bottom + GAP : Math.max(EDGE, link.top - GAP - card.height)
  return { left: `${Math.round(left)}px`, top: `${Math.round(top)}px` }
}
