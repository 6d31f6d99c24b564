import '../read/reading.css'
import type { WrapView } from '#contract/handoffs.ts'
import { LinkAction } from '../../../ui/LinkAction.tsx'
import { Page, PageEnd } from '../../../ui/Page.tsx'
import { readersSentences } from '../readers-words.ts'
import { t } from '../../../ui/words.ts'

type Props = { wrap: WrapView, zone: string, now: Temporal.Instant }

/** After signing: who reads it, and when their day starts. */
export function Signed({ wrap, zone, now }: Props) {
  const said = readersSentences(wrap.readers, zone, now)
  return (
    <Page over={t`Wrap #${wrap.number} · ${wrap.spaceName}`} title={said[0] ?? t`Signed. It stands in ${wrap.spaceName} for whoever comes next.`}>
      {said.slice(1).map((sentence) => <p key={sentence} className="prose signed-reader">{sentence}</p>)}
      <p className="signed-actions"><LinkAction strong href={`/${wrap.number}`}>{t`Read it as they will`}</LinkAction><LinkAction href="/">{t`Go to the brief`}</LinkAction></p>
      <PageEnd>{t`That was your shift.`}</PageEnd>
    </Page>
  )
}
