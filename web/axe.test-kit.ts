import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** What axe finds on a page as it stands, one line each; the reader of the tool is loaded once. */
export async function axeReader(): Promise<(page: Page) => Promise<string[]>> {
  const axe = await readFile(AXE, 'utf8')
  return async (page) => {
    await page.evaluate(axe)
    return page.evaluate(async () => {
      const { axe: tool } = window as unknown as { axe: { run: (context: object, options: object) => Promise<{ violations: { id: string, nodes: { target: string[], failureSummary: string }[] }[] }> } }
      const { violations } = await tool.run(document, { resultTypes: ['violations'] })
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`))
    })
  }
}

const WIDE = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }
export type Look = { viewport: typeof WIDE, colorScheme: 'light' | 'dark' }
/** The three looks in which every page is judged. */
export const LOOKS: readonly Look[] = [{ viewport: WIDE, colorScheme: 'light' }, { viewport: WIDE, colorScheme: 'dark' }, { viewport: PHONE, colorScheme: 'light' }]
export const lookName = ({ viewport, colorScheme }: Look) => `${viewport.width} px, ${colorScheme}`

/** True when nothing is wider than the window. */
export const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
