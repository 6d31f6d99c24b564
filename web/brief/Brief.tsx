import './brief.css'
import { useRef } from 'react'
import type { ReactNode } from 'react'
import { capital, counted } from '../ui/format.ts'
import { Empty } from '../ui/Empty.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page, PageEnd } from '../ui/Page.tsx'
import { useKeysInside } from '../ui/use-keys-inside.ts'
import { BriefRibbon } from './BriefRibbon.tsx'
import { BriefSection } from './BriefSection.tsx'
import type { ItemContext } from './BriefSection.tsx'
import { itemsOf } from './brief-state.ts'
import type { Reading } from './brief-state.ts'
import { SinceChoice } from './SinceChoice.tsx'
import { t } from '../ui/words.ts'

type Props = Omit<ItemContext, 'gone'> & {
  reading: Reading
  /** What a newcomer does first, above the end of the brief; the end alone for everybody else. */
  before?: (end: ReactNode) => ReactNode
  onShowNew: () => void
  onSince: (since: string | undefined) => void
}

/** What a person reads first in a shift: their day, what waits for them, what changed, and an end. */
export function Brief({ reading, before = (end) => end, onShowNew, onSince, ...context }: Props) {
  const { view, gone, waiting } = reading
  const list = useRef<HTMLDivElement>(null)
  useKeysInside(list, openOnEnter)
  const sections = view.sections.filter((section) => section.items.length > 0 || section.folded.length > 0)
  return (
    <Page title={view.headline} lede={view.lede} head={<BriefHead reading={reading} onShowNew={onShowNew} {...context} />}>
      <div className="brief-sections" ref={list}>
        {sections.map((section) => <BriefSection key={section.name} section={section} context={{ ...context, gone }} />)}
      </div>
      {itemsOf(view).length === 0 && (
        <Empty text={t`Nothing waits for you. What is handed to you, what falls due and what others changed will stand here.`} action={<LinkAction href="/wrap">{t`Write a wrap`}</LinkAction>} />
      )}
      {before(<PageEnd>{view.ending}</PageEnd>)}
      {waiting > 0 && <p className="brief-since"><NewThings waiting={waiting} onShowNew={onShowNew} /></p>}
      <SinceChoice since={Temporal.Instant.from(view.since)} why={view.sinceWhy} zone={context.zone} now={context.now} onChoose={onSince} />
    </Page>
  )
}

function BriefHead({ reading: { view, waiting }, zone, now, onShowNew }: Pick<Props, 'reading' | 'zone' | 'now' | 'onShowNew'>) {
  return (
    <>
      <BriefRibbon calendar={view.calendar} focus={view.focus} zone={zone} now={now} />
      <Notice>{waiting > 0 && <NewThings waiting={waiting} onShowNew={onShowNew} />}</Notice>
    </>
  )
}

function NewThings({ waiting, onShowNew }: { waiting: number, onShowNew: () => void }) {
  return <>{t`${capital(counted(waiting, 'new thing'))} came while you read.`} <LinkAction onClick={onShowNew}>{waiting === 1 ? t`Show it` : t`Show them`}</LinkAction></>
}

/** Enter on an item opens what it is about, as `o` does. */
function openOnEnter(event: KeyboardEvent) {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLElement) || !event.target.matches('[data-item]')) return
  event.target.querySelector<HTMLElement>('a[aria-keyshortcuts="o"]')?.click()
}
