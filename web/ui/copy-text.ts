/**
 * Puts text on the clipboard. @returns false where the browser offers none (without https) or refuses; then the person
 * copies by the keys.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
