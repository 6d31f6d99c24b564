import '../read/reading.css'
import type { WrapView } from '#contract/handoffs.ts'
import { LinkAction } from '../../../ui/LinkAction.tsx'
import { Page, PageEnd } from '../../../ui/Page.tsx'
import { readersSentences } from '../readers-words.ts'

type Props = { wrap: WrapView, zone: string, now: Temporal.Instant }

/** After signing: who reads it, and when their day starts. */
export function Signed({ wrap, zone, now }: Props) {
  const said = readersSentences(wrap.readers, zone, now)
  return (
    <Page over={`Wrap #${wrap.number} · ${wrap.spaceName}`} title={said[0] ?? `Signed. It stands in ${wrap.spaceName} for whoever comes next.`}>
      {said.slice(1).map((sentence) => <p key={sentence} className="prose signed-reader">{sentence}</p>)}
      <p className="signed-actions"><LinkAction strong href={`/${wrap.number}`}>Read it as they will</LinkAction><LinkAction href="/">Go to the brief</LinkAction></p>
      <PageEnd>That was your shift.</PageEnd>
    </Page>
  )
}
