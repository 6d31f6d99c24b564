/** Whether an address leads to the computer that it is opened on, so that nobody else gets anywhere by it. */
export function leadsHereAlone(link: string): boolean {
  const { hostname } = new URL(link)
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname)
}
