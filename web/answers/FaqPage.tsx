import { dropFaq, faqCandidates, keepFaq } from '#contract/faq.ts'
import type { FaqCandidate } from '#contract/faq.ts'
import { useState } from 'react'
import { problemFrom, useRead, useWrite } from '../app/api.ts'
import { useNow } from '../app/clock.ts'
import { useMe, zoneOf } from '../app/me.ts'
import { Empty } from '../ui/Empty.tsx'
import { Item } from '../ui/Item.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Markdown } from '../ui/Markdown.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Time } from '../ui/Time.tsx'
import { t, tr } from '../ui/words.ts'

/** What was asked and answered twice, each one key away from the FAQ of its space. */
export function FaqPage() {
  const me = useMe().data
  const now = useNow()
  const { data, error } = useRead(faqCandidates, {})
  const [kept, setKept] = useState<{ page: number, question: string } | null>(null)
  return (
    <Page title={t`Asked twice`}>
      {kept && <Notice>{tr`“${kept.question}” stands in ${<a href={`/${kept.page}`}>#{kept.page}</a>} now.`}</Notice>}
      {error ? <Problem {...problemFrom(error)} /> : !data ? <Skeleton lines={6} /> : data.items.length === 0
        ? <Empty text={t`What was asked and answered twice in other words stands here, so that one key keeps it as FAQ and nobody has to ask a third time.`} />
        : data.items.map((item) => <Candidate key={item.number} item={item} zone={zoneOf(me)} now={now} onKept={setKept} />)}
    </Page>
  )
}

type Props = { item: FaqCandidate, zone: string, now: Temporal.Instant, onKept: (kept: { page: number, question: string }) => void }

function Candidate({ item: { number, title, spaceName, answer, answeredByName, answeredAt, like }, zone, now, onKept }: Props) {
  const keep = useWrite(keepFaq, { refreshes: ['faq', 'pages'], onDone: onKept })
  const drop = useWrite(dropFaq, { refreshes: ['faq'] })
  const failed = keep.error ?? drop.error
  return (
    <Item
      text={<a className="hit-title" href={`/${number}`}>{title}</a>}
      by={<>{tr`Ask #${number}`} · {answeredByName} · {spaceName} · <Time at={Temporal.Instant.from(answeredAt)} zone={zone} now={now} /> · {tr`asked before as ${<a href={`/${like.number}`}>#{like.number} {like.title}</a>}`}</>}
      actions={<>
        <LinkAction strong keys="f" busy={keep.isPending} label={t`Keep as FAQ: ${title}`} onClick={() => keep.mutate({ number })}>{t`Keep as FAQ`}</LinkAction>
        <LinkAction keys="x" busy={drop.isPending} label={t`Not needed: ${title}`} onClick={() => drop.mutate({ number })}>{t`Not needed`}</LinkAction>
      </>}
    >
      <Markdown text={answer} headingsBelow={1} />
      {failed && <Problem {...problemFrom(failed)} />}
    </Item>
  )
}
