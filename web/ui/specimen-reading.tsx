import { DayRibbon } from './DayRibbon.tsx'
import { Disclosure } from './Disclosure.tsx'
import { Item } from './Item.tsx'
import { LinkAction } from './LinkAction.tsx'
import { Markdown } from './Markdown.tsx'
import { Page, PageEnd, RailPart } from './Page.tsx'
import { Section } from './Section.tsx'
import { specimenNow, ZONE } from './specimen-time.ts'
import { Time } from './Time.tsx'
import { Why } from './Why.tsx'

const GRACE = [['Shift starts', '09:30'], ['Grace', '30 working minutes'], ['Then', 'Mei Tanaka, your cover']] as const
const TEXT = `The job **stopped** at customer 41,200. See #212 and the [runbook](https://example.org/runbook).

- resume with \`--skip-duplicates\`
- [x] finance was told
- [ ] the list is confirmed

> Nobody loses a night to a missing sentence.

| limit | recovers | adds |
|---|---|---|
| 3 | 0.8 % | nothing |
| 5 | 1.9 % | 40 s |

\`\`\`
invoice migrate --from 41200
\`\`\``

/** A page as people read it: head with ribbon, sections of items, rail, end. */
export function SpecimenReading() {
  return (
    <Page
      title="Tuesday. You work until 18:00; focus from 09:30 to 11:30."
      lede="Two minutes to read. Six things changed since you left on Monday at 18:04."
      head={<DayRibbon work={[[540, 750], [810, 1080]]} focus={[[570, 690]]} windows={[540, 690, 810, 1050]} now={544} sentence="You work from 09:00 to 12:30 and from 13:30 to 18:00; focus from 09:30 to 11:30. It is 09:04." caption="Messages that can wait arrive at 11:30, 13:30 and 17:30. Urgent ones come through, with a reason." />}
      railLabel="About this page"
      rail={<><RailPart title="Accountable"><p>Mei Tanaka signs</p></RailPart><RailPart title="Needed from"><p><span className="settled">Priya, Ben</span> said yes · Ana objects · Kenji has not read it</p></RailPart></>}
    >
      <HandedToYou />
      <Section title="Due on your clock">
        <Item
          text="Which of the two retry limits should the payment worker use for 3DS failures?" by="Ben Okafor asks for an answer · #231 · blocks the release branch"
          actions={<LinkAction strong href="/231">Answer</LinkAction>} clock="due 12:10" tone="clock" why={<Why line="important: four working hours, paused during your focus (clause 1)" />}
        />
        <Item
          text="Say whether anything is missing from the on-call page for Tokyo." by="Priya Raman asks for feedback, no decision · #228"
          actions={<LinkAction strong href="/228">Open</LinkAction>} clock={<>was due <Time at={Temporal.Instant.from('2026-03-23T08:00:00Z')} zone={ZONE} now={specimenNow()} otherZone="Europe/Lisbon" /></>} tone="late"
        />
      </Section>
      <Section title="The rest" aside="folded">
        <Disclosure summary="Four more in Billing"><p>Production deploys now need the smoke test to pass twice.</p></Disclosure>
        <Disclosure summary="One more in Platform" open><p>The mirror in Manila is back since 06:20.</p></Disclosure>
      </Section>
      <Section title="Markdown"><div className="specimen-prose"><Markdown text={TEXT} /></div></Section>
      <PageEnd>That is all. Start when you like.</PageEnd>
    </Page>
  )
}

function HandedToYou() {
  return (
    <Section title="Handed to you" aside="from Lisbon, signed 18:52 their time">
      <Item
        text={<>The invoice migration stopped at customer 41,200 on a duplicate tax number. Resume with <code>--skip-duplicates</code> once finance has confirmed the list in <a href="/212">#212</a>.</>}
        by="Ana Duarte → you · Billing · next step: check #212, then resume the job"
        actions={<><LinkAction strong keys="a" label="Accept the invoice migration" onClick={() => {}}>Accept</LinkAction><LinkAction keys="r" onClick={() => {}}>Ask one question</LinkAction></>}
        why={<Why line="Ana holds it until you accept; at 10:00 it goes to Mei, your cover." rule="A baton stays with the giver until it is accepted. After the receiver’s shift has run for the grace, it goes to their cover." numbers={GRACE} source={{ href: '/agreement', text: 'Clause 2 of the agreement' }} />}
      />
    </Section>
  )
}
