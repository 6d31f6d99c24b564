/** Goes to the title of what is written in this place, at the end of what stands there already. */
export function toTitle(place: ParentNode | null): void {
  const title = place?.querySelector('textarea')
  title?.focus()
  title?.setSelectionRange(title.value.length, title.value.length)
}
