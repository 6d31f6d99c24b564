import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { axeReader } from '#web/axe.test-kit.ts'
import { openSite } from '../site.test-kit.ts'
import type { Site } from '../site.test-kit.ts'

export const WIDE = { width: 1440, height: 900 }
export const PHONE = { width: 390, height: 844 }

/** The page of all components, opened anew for each test, with the reply box on it. */
export type Specimen = {
  readonly page: Page, readonly site: Site
  open: (viewport?: typeof WIDE, colorScheme?: 'light' | 'dark') => Promise<Page>
  reply: () => Locator
  text: () => Promise<string>
  undo: () => Promise<void>
  findings: (page: Page) => Promise<string[]>
}

/** Opens and closes what the tests of a file look at. @param each false where each test opens its own page */
export function onSpecimen({ each = true } = {}): Specimen {
  let site: Site
  let page: Page
  let findings: (page: Page) => Promise<string[]>
  const open: Specimen['open'] = async (viewport = WIDE, colorScheme = 'light') => {
    const opened = await site.browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce' })
    await opened.goto(`${site.url}specimen`)
    await opened.waitForSelector('.hljs-keyword')
    return opened
  }
  beforeAll(async () => {
    site = await openSite()
    findings = await axeReader()
  })
  afterAll(() => site.close())
  if (each) {
    beforeEach(async () => { page = await open() })
    afterEach(() => page.close())
  }
  const reply = () => page.getByLabel('Your reply').and(page.locator('textarea'))
  return {
    get page() { return page }, get site() { return site },
    open, reply, text: () => reply().inputValue(), undo: () => page.keyboard.press('Control+z'), findings: (opened) => findings(opened),
  }
}
