import type { BatonView } from '#contract/handoffs.ts'
import { InlineText } from '../../ui/InlineText.tsx'
import { Item } from '../../ui/Item.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Section } from '../../ui/Section.tsx'
import { t } from '../../ui/words.ts'

/** Batons that the reader accepted and has in hand, each with its next step; nothing where there is none. */
export function HeldBatons({ batons }: { batons: readonly BatonView[] }) {
  if (batons.length === 0) return null
  return (
    <Section title={t`You hold`} aside={<a href="/batons">{t`All batons`}</a>}>
      {batons.map(({ id, text, nextStep, giverName, spaceName, number }) => (
        <Item
          key={id} text={<InlineText text={text} />} by={<>{giverName} · {spaceName} · #{number}{nextStep !== '' && <> · <InlineText text={t`next step: ${nextStep}`} /></>}</>}
          actions={<LinkAction keys="o" href={`/${number}`} label={t`Open: ${text}`}>{t`Open`}</LinkAction>}
        />
      ))}
    </Section>
  )
}
