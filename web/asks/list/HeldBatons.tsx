import { useState } from 'react'
import { batonDone, reopenBaton } from '#contract/handoffs.ts'
import type { BatonView } from '#contract/handoffs.ts'
import { announce } from '../../app/Announcer.tsx'
import { problemFrom, useWrite } from '../../app/api.ts'
import { DONE_FORM, TOUCHED_BY_BATONS } from '../../app/held-batons.ts'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { InlineText } from '../../ui/InlineText.tsx'
import { Item } from '../../ui/Item.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Section } from '../../ui/Section.tsx'
import { useStayingFocus } from '../../ui/use-staying-focus.ts'
import { t } from '../../ui/words.ts'

/** Batons that the reader accepted and has in hand, each with its next step; nothing where there is none. */
export function HeldBatons({ batons }: { batons: readonly BatonView[] }) {
  if (batons.length === 0) return null
  return (
    <Section title={t`You hold`} aside={<a href="/batons">{t`All batons`}</a>}>
      {batons.map((baton) => <HeldBaton key={baton.id} baton={baton} />)}
    </Section>
  )
}

/** One of them. Said to be done, it stays where it was until the page is left, so that it can be taken back there. */
function HeldBaton({ baton: { id, text, nextStep, giverName, spaceName, number, state, can } }: { baton: BatonView }) {
  const [asking, setAsking] = useState(false)
  const done = useWrite(batonDone, { refreshes: TOUCHED_BY_BATONS, onDone: () => { setAsking(false); announce(t`Done.`) } })
  const reopen = useWrite(reopenBaton, { refreshes: TOUCHED_BY_BATONS, onDone: () => announce(t`You hold it again.`) })
  const said = state === 'done' ? t`Done.` : undefined
  const place = useStayingFocus(asking ? undefined : said ?? state)
  const error = done.error ?? reopen.error
  return (
    <Item
      text={<InlineText text={text} />} by={<>{giverName} · {spaceName} · #{number}{nextStep !== '' && <> · <InlineText text={t`next step: ${nextStep}`} /></>}</>}
      actions={asking ? undefined : (
        <>
          {can.includes('done') && <LinkAction strong keys="e" label={t`Done: ${text}`} onClick={() => setAsking(true)}>{t`Done`}</LinkAction>}
          {can.includes('reopen') && <LinkAction keys="z" label={t`Not done after all: ${text}`} busy={reopen.isPending} onClick={() => reopen.mutate({ id })}>{t`Not done after all`}</LinkAction>}
          <LinkAction keys="o" href={`/${number}`} label={t`Open: ${text}`}>{t`Open`}</LinkAction>
        </>
      )}
      clock={said} tone="settled"
    >
      {asking && <InlineForm {...DONE_FORM} busy={done.isPending} problem={done.error ? problemFrom(done.error) : undefined} onSend={(outcome) => done.mutate({ id, outcome })} onCancel={() => setAsking(false)} />}
      {error && !asking && <Problem {...problemFrom(error)} />}
      <span ref={place} />
    </Item>
  )
}
