/**
 * The form in which titles are compared: small letters, compatible characters, one space between words.
 * @example titleKey(' Deploying  the API') is 'deploying the api'
 */
export function titleKey(title: string): string {
  return title.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
}
