import { renderToStaticMarkup as draw } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Button } from './Button.tsx'
import { DayRibbon } from './DayRibbon.tsx'
import { DraftLine } from './DraftLine.tsx'
import { Field } from './Field.tsx'
import { Item } from './Item.tsx'
import { LinkAction } from './LinkAction.tsx'
import { Problem } from './Problem.tsx'
import { Time } from './Time.tsx'
import { UndoBar } from './UndoBar.tsx'
import { Why } from './Why.tsx'

const NOW = Temporal.Instant.from('2026-03-24T00:04:00Z')

describe('the kit says in words what it shows', () => {
  test('a ribbon is a picture with a sentence', () => {
    expect(draw(<DayRibbon work={[[540, 1080]]} sentence="You work from 09:00 to 18:00." />)).toContain('role="img" aria-label="You work from 09:00 to 18:00."')
  })
  test('a time carries its instant and the other person’s clock', () => {
    const html = draw(<Time at={Temporal.Instant.from('2026-03-24T07:30:00Z')} zone="Asia/Tokyo" now={NOW} otherZone="Europe/Lisbon" />)
    expect(html).toContain('dateTime="2026-03-24T07:30:00Z"')
    expect(html).toContain('title="07:30 in Lisbon"')
  })
  test('a why without a rule is a line, with one it unfolds', () => {
    expect(draw(<Why line="Held until 11:30" />)).toBe('<span class="why">Held until 11:30</span>')
    expect(draw(<Why line="You said that it is done: **no** row lost, see `resume`." />)).toBe('<span class="why">You said that it is done: <strong>no</strong> row lost, see <code>resume</code>.</span>')
    expect(draw(<Why line="Held until 11:30" numbers={[['Grace', '30 min']]} />)).toContain('<summary>Held until 11:30</summary>')
  })
  test('an action is a link when it goes somewhere and a button when it does something', () => {
    expect(draw(<LinkAction href="/231">Answer</LinkAction>)).toBe('<a class="link-action" href="/231">Answer</a>')
    expect(draw(<LinkAction keys="a" onClick={() => {}}>Accept</LinkAction>)).toContain('aria-keyshortcuts="a"')
  })
  test('an item is named by its sentence', () => {
    expect(draw(<Item text="Accept the migration." />)).toMatch(/aria-labelledby="(.+?)".*id="\1"/)
  })
  test('a busy button keeps its focus and does nothing', () => {
    expect(draw(<Button busy type="submit">Sign</Button>)).toBe('<button type="button" class="button" data-look="primary" aria-disabled="true" aria-busy="true">Sign</button>')
  })
  test('an error is tied to its field', () => {
    expect(draw(<Field label="Name" error="Give a name." />)).toMatch(/aria-invalid="true" aria-describedby="(.+?-error)".*id="\1"/)
  })
  test('a problem says that the text is safe', () => {
    expect(draw(<Problem title="No answer." next="Try again." textSafe />)).toContain('What you wrote is kept. Try again.')
  })
  test('undo is offered until it is too late', () => {
    const bar = (until: string) => draw(<UndoBar text="Sent." until={Temporal.Instant.from(until)} now={NOW} zone="UTC" onUndo={() => {}} />)
    expect(bar('2026-03-24T00:05:00Z')).toContain('possible until 00:05')
    expect(bar('2026-03-24T00:04:00Z')).not.toContain('Undo')
  })
  test('a draft says where it is kept, and shows the other version', () => {
    expect(draw(<DraftLine kept={{ at: NOW, where: 'both' }} zone="UTC" />)).toContain('Draft kept at 00:04, here and on the server.')
    expect(draw(<DraftLine kept={undefined} zone="UTC" other="take 5" />)).toContain('take 5')
  })
})
