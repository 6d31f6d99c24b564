import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** The rules that look at colours; every other one judges the same document the same in light and dark. */
const ABOUT_COLOUR = ['color-contrast', 'link-in-text-block']
/** A rule of WCAG 2.2 that the tool leaves out unless it is asked for: what is pressed is 24 px wide and high, or has that much room. */
const ALSO = { 'target-size': { enabled: true }, 'label-content-name-mismatch': { enabled: true } }

type Finding = { id: string, nodes: { target: string[], failureSummary: string }[] }
type Tool = { run: (context: object, options: object) => Promise<{ violations: Finding[] }> }

/** All of a page by all rules, unless less is asked for. */
type Part = { rules?: readonly string[], within?: readonly string[] }

/** What axe finds on a page as it stands, one line each; the tool is read once, and given to each document once. */
export async function axeReader(): Promise<(page: Page, part?: Part) => Promise<string[]>> {
  const axe = await readFile(AXE, 'utf8')
  return async (page, part = {}) => {
    if (!await page.evaluate(() => 'axe' in window)) await page.evaluate(axe)
    return page.evaluate(async ({ rules, within, also }) => {
      const { axe: tool } = window as unknown as { axe: Tool }
      const { violations } = await tool.run(within ? { include: within } : document, { resultTypes: ['violations'], ...(rules ? { runOnly: rules } : { rules: also }) })
      // A link in a text that is being written is text there: it is not pressed but written on.
      const written = (id: string, target: readonly string[]) => id === 'target-size' && document.querySelector(target.at(-1) ?? '')?.matches('[contenteditable=true] a') === true
      return violations.flatMap(({ id, nodes }) => nodes.filter(({ target }) => !written(id, target)).map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`))
    }, { ...part, also: ALSO })
  }
}

const WIDE = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }
/** A desk's window at four times its size (WCAG 1.4.10), or a very small phone. */
const NARROWEST = { width: 320, height: 640 }
export type Look = { viewport: typeof WIDE, colorScheme: 'light' | 'dark' }
/** The three looks in which every page is judged. */
export const LOOKS: readonly Look[] = [{ viewport: WIDE, colorScheme: 'light' }, { viewport: WIDE, colorScheme: 'dark' }, { viewport: PHONE, colorScheme: 'light' }]
const lookName = ({ viewport, colorScheme }: Look) => `${viewport.width} px, ${colorScheme}`

/** True when nothing is wider than the window. */
export const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)

/** The looks through which an open page is led: all rules once for each width, those about colours in dark too. */
const LED: readonly (Look & Part)[] = [
  { viewport: WIDE, colorScheme: 'light' }, { viewport: WIDE, colorScheme: 'dark', rules: ABOUT_COLOUR },
  { viewport: PHONE, colorScheme: 'dark', rules: ABOUT_COLOUR }, { viewport: PHONE, colorScheme: 'light' },
]

/**
 * What is wrong with a page in any look, with everything on it as it stands, each line with its look; empty when it is
 * sound. Our pages are laid out by CSS alone, so one that is made narrow is one that was opened narrow.
 */
export async function looksReader(): Promise<(page: Page) => Promise<string[]>> {
  const findings = await axeReader()
  return async (page) => {
    const wrong: string[] = []
    for (const look of LED) {
      await wear(page, look)
      for (const line of await findings(page, look)) wrong.push(`${lookName(look)}: ${line}`)
      if (!await fits(page)) wrong.push(`${lookName(look)}: something is wider than the window`)
    }
    await wear(page, { viewport: NARROWEST, colorScheme: 'light' })
    if (!await fits(page)) wrong.push(`${NARROWEST.width} px: something is wider than the window`)
    await wear(page, LOOKS[0] as Look)
    return wrong
  }
}

/** Changes the look of an open page, and waits until it is drawn. */
async function wear(page: Page, { viewport, colorScheme }: Look): Promise<void> {
  await page.setViewportSize(viewport)
  await page.emulateMedia({ colorScheme })
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
}
