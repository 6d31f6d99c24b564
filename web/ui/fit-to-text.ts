/** Makes a text area as tall as its text. Browsers with `field-sizing` do it themselves; for the others the height is set. */
export function fitToText(area: HTMLTextAreaElement) {
  if (CSS.supports('field-sizing', 'content')) return
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight}px`
}
