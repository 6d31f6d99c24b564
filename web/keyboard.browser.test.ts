import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createForm } from '#contract/checkins.ts'
import { postAsk } from '#contract/asks.ts'
import { postWrap } from '#contract/handoffs.ts'
import { postThread } from '#contract/threads.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { openAppSite } from './ui/app-site.test-kit.ts'
import type { AppSite } from './ui/app-site.test-kit.ts'

/** Tuesday in Berlin, before the shift and in it. */
const [BEFORE, MORNING] = ['2026-03-24T06:30:00Z', '2026-03-24T08:30:00Z']
/** Two cores are shared with the server and the browser. Unit: ms. */
const PATIENT = 120_000
/** Unit: ms. */
const COMES = 20_000
/** What goes away while it is asked for is asked for no longer. Unit: ms. */
const SOON = 1_000
const NOTHING = 'nothing'
/** Whoever needs more presses of Tab than this from where focus is has been led astray. */
const FAR = 25

/** What has focus, as people hear it: `textbox "Title"`; nothing where it is lost. */
async function heard(page: Page): Promise<string> {
  if (await page.evaluate(() => document.activeElement === null || document.activeElement === document.body)) return NOTHING
  const snapshot = await page.locator(':focus').ariaSnapshot({ timeout: SOON }).catch(() => NOTHING)
  return snapshot.split('\n')[0]?.replace(/^- /, '') ?? NOTHING
}

/** Whether anything on the page is called so; parts of it come a moment after its title. */
const isThere = async (page: Page, name: RegExp) => (await page.locator('body').ariaSnapshot()).split('\n').some((line) => name.test(line.trim().replace(/^- /, '')))

/** Goes on by Tab until what has focus is called so. */
async function tabTo(page: Page, name: RegExp) {
  await expect.poll(() => isThere(page, name), { timeout: COMES }).toBe(true)
  const passed: string[] = []
  for (let presses = 0; presses < FAR; presses++) {
    await page.keyboard.press('Tab')
    const here = await heard(page)
    if (name.test(here)) return
    passed.push(here)
  }
  throw new Error(`Tab does not lead to ${name}, only past ${passed.join(', ')}.`)
}

const hears = async (page: Page, name: RegExp) => { await expect.poll(() => heard(page), { timeout: COMES }).toMatch(name) }
const keepsFocus = async (page: Page) => { await expect.poll(() => heard(page), { timeout: COMES }).not.toBe(NOTHING) }
const keys = async (page: Page, ...all: string[]) => { for (const key of all) await page.keyboard.press(key) }
const type = (page: Page, text: string) => page.keyboard.type(text)
const arrives = (page: Page, title: string | RegExp) => page.getByRole('heading', { level: 1, name: title }).waitFor()

describeOnNewest('without a mouse', (on) => {
  let site: AppSite
  let page: Page
  beforeAll(async () => {
    site = await openAppSite(on, { clock: BEFORE })
    const { owner, spaceId } = site.app
    const ana = await site.app.person('Ana Duarte')
    await ana.call(postWrap, { spaceId, state: 'Green.', nextAction: 'Resume.', mostImportant: 'It stopped.', batons: [{ text: 'Resume the job', to: { kind: 'person', personId: owner.id } }] })
    await ana.call(postAsk, { spaceId, title: 'Which list do we keep?', kind: 'answer', to: owner.id, criteria: 'One name.' })
    await ana.call(postThread, { spaceId, title: 'The release slips', body: 'By a day.' })
    await owner.call(createForm, { spaceId, kind: 'standup' })
    await site.app.advanceTo(MORNING)
    page = await site.open('/sign-in', { as: null })
  })
  afterAll(() => site.close())

  test('one signs in, takes a baton, and signs a wrap', async () => {
    await tabTo(page, /textbox "E-mail"/)
    await type(page, 'olga@example.com')
    await tabTo(page, /textbox "Password"/)
    await type(page, 'a long password')
    await keys(page, 'Enter')
    await arrives(page, /^Tuesday\./)
    await page.getByText('Resume the job').first().waitFor()
    await keys(page, 'j')
    await hears(page, /^article "Resume the job/)
    await keys(page, 'a')
    await page.getByText('You hold it now.').first().waitFor()
    await hears(page, /^article "Resume the job/)
    await keys(page, 'w')
    await arrives(page, /^Wrap up your shift/)
    await hears(page, /^heading "Wrap up your shift/)
    await tabTo(page, /textbox "State"/)
    await type(page, 'All green.')
    await tabTo(page, /textbox "Next action"/)
    await type(page, 'Start the rollout.')
    await tabTo(page, /textbox "The most important thing"/)
    await type(page, 'The rollout is ready.')
    await keys(page, 'Control+Enter')
    await arrives(page, /reads? this/)
    await hears(page, /^heading ".* reads? this/)
  }, PATIENT)

  test('one answers a check-in and an ask, and asks somebody', async () => {
    await keys(page, 'g', 'c')
    await hears(page, /^heading ".*check-in/i)
    await tabTo(page, /textbox "What will you work on/)
    await type(page, 'The rollout.')
    await keys(page, 'Control+Enter')
    await page.getByRole('form', { name: /^Standup/ }).waitFor({ state: 'detached' })
    await keepsFocus(page)
    await keys(page, 'g', 'o')
    await arrives(page, /^One ask waits/)
    await keys(page, 'j')
    await hears(page, /^article "Which list/)
    await keys(page, 'e')
    await hears(page, /^textbox/)
    await type(page, 'The new one.')
    await keys(page, 'Control+Enter')
    await page.getByText(/You answered/).first().waitFor()
    await hears(page, /^article "Which list/)
    await keys(page, 'a')
    await hears(page, /^textbox "Title"/)
    await type(page, 'Who minds the rollout?')
    await keys(page, 'Enter')
    await type(page, 'It takes an hour.')
    await tabTo(page, /^combobox "Who answers"/)
    await type(page, 'Ana')
    await page.getByRole('option', { name: /Ana Duarte/ }).waitFor()
    await keys(page, 'Enter')
    await page.getByText(/Ana Duarte (can read|reads) this/).first().waitFor()
    await keys(page, 'Control+Enter')
    await arrives(page, 'Who minds the rollout?')
    await hears(page, /^heading "Who minds/)
  }, PATIENT)

  test('one finds a thread and replies, and decides', async () => {
    await keys(page, '/')
    await hears(page, /^searchbox/)
    await type(page, 'release')
    await page.getByRole('link', { name: /The release slips/ }).waitFor()
    await tabTo(page, /^link ".*The release slips/)
    await keys(page, 'Enter')
    await arrives(page, 'The release slips')
    await page.getByRole('textbox', { name: 'Your reply' }).waitFor()
    await keys(page, 'r')
    await hears(page, /^textbox/)
    await type(page, 'Then we ship on Friday.')
    await keys(page, 'Control+Enter')
    await page.locator('.texts').getByText('Then we ship on Friday.').first().waitFor()
    await keepsFocus(page)
    await page.locator('h1').focus()
    await keys(page, 'n')
    await hears(page, /^textbox "Title"/)
    await type(page, 'When do we ship?')
    await tabTo(page, /^textbox "What has to be decided"/)
    await type(page, 'The day.')
    await tabTo(page, /^textbox "Option 1"/)
    await type(page, 'Friday')
    await tabTo(page, /^textbox "Option 2"/)
    await type(page, 'Monday')
    await tabTo(page, /^radio "None yet"/)
    await keys(page, 'ArrowDown')
    await hears(page, /^radio "Friday" \[checked\]/)
    await keys(page, 'Control+Enter')
    await page.getByRole('heading', { level: 1, name: 'When do we ship?' }).and(page.locator(':not(.unseen)')).waitFor()
    // What is known at once comes first, and gives way to the whole page, whose title has the focus then.
    await page.getByRole('button', { name: /^Sign “/ }).waitFor()
    await hears(page, /^heading "When do we ship/)
    await tabTo(page, /^button "Sign/)
    await keys(page, 'Enter')
    await page.getByRole('heading', { name: 'Decided' }).waitFor()
    await keepsFocus(page)
  }, PATIENT)

  test('one writes a page, keeps a block of focus, and changes the settings; the palette gives focus back', async () => {
    await keys(page, 'g', 'b')
    await hears(page, /^heading "Tuesday/)
    await keys(page, 'p')
    await hears(page, /^textbox "Title"/)
    await type(page, 'Undo a batch')
    await keys(page, 'Enter')
    await hears(page, /^textbox "Text of the page"/)
    await type(page, 'Stop the job.')
    await keys(page, 'Control+Enter')
    await page.locator('.document').getByText('Stop the job.').first().waitFor()
    await hears(page, /^heading "Undo a batch/)
    await keys(page, 'g', 'f')
    await hears(page, /^heading ".*focus/i)
    await tabTo(page, /^button "Start focus"/)
    await keys(page, 'Enter')
    await hears(page, /^heading "In focus until/)
    await tabTo(page, /^button "End the focus"/)
    await keys(page, 'g', 's')
    await hears(page, /^heading "Settings"/)
    await tabTo(page, /^textbox "Name"/)
    await keys(page, 'Control+a')
    await type(page, 'Olga Berg')
    await tabTo(page, /^button "Save"/)
    await keys(page, 'Enter')
    await page.getByRole('navigation').getByText('Olga Berg').waitFor()
    await keepsFocus(page)
    const before = await heard(page)
    await keys(page, 'Control+k')
    await hears(page, /^combobox/)
    await keys(page, 'Escape')
    await hears(page, new RegExp(before.slice(0, 10)))
  }, PATIENT)

  test('Enter in a title leads on to the text, also where the editor is still on its way', async () => {
    let letCome = () => {}
    const comes = new Promise<void>((resolve) => { letCome = resolve })
    const slow = await site.open('/pages', { first: (one) => one.route('**/assets/EditorBody-*.js', async (route) => { await comes; await route.continue() }) })
    await keys(slow, 'p')
    await hears(slow, /^textbox "Title"/)
    await type(slow, 'Undo a batch')
    await slow.getByText('The editor is on its way.').first().waitFor({ state: 'attached' })
    await keys(slow, 'Enter')
    await hears(slow, /^textbox "Title"/)
    letCome()
    await hears(slow, /^textbox "Text of the page"/)
    await slow.context().close()
  }, PATIENT)
})
