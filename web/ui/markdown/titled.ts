/** Where a title in double brackets leads: the page there finds out what it means to its reader. */
export const TITLED_PATH = '/titled'

/** @param here the path of the page that it stands on; an entry's space comes first where several have the title */
export function titledHref(title: string, here: string | undefined): string {
  const from = here !== undefined && /^\/[1-9]\d{0,8}$/.test(here) ? `&from=${here.slice(1)}` : ''
  return `${TITLED_PATH}?title=${encodeURIComponent(title)}${from}`
}
