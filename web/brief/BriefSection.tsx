import type { BriefItem as Shown, BriefSection as SectionView } from '#contract/brief.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { capital, countInWords } from '../ui/format.ts'
import { Section } from '../ui/Section.tsx'
import { BriefItem } from './BriefItem.tsx'
import type { Progress } from './BriefItem.tsx'
import type { Doing } from './item-words.ts'
import { heard, t } from '../ui/words.ts'

export type ItemContext = {
  zone: string
  now: Temporal.Instant
  gone: ReadonlySet<string>
  progress: ReadonlyMap<string, Progress>
  onDo: (item: Shown, doing: Doing, text?: string) => void
}

/** One part of the brief: what must be read, then what is folded, one fold for each space. */
export function BriefSection({ section, context }: { section: SectionView, context: ItemContext }) {
  return (
    <Section title={heard(section.title)} aside={section.note}>
      <BriefItems items={section.items} context={context} />
      {section.folded.map((fold) => (
        <Disclosure key={fold.spaceId ?? 'none'} summary={t`${capital(countInWords(fold.items.length))} in ${fold.spaceName}`}>
          <BriefItems items={fold.items} context={context} />
        </Disclosure>
      ))}
    </Section>
  )
}

const NOTHING: Progress = {}

function BriefItems({ items, context: { zone, now, gone, progress, onDo } }: { items: readonly Shown[], context: ItemContext }) {
  return items.map((item) => (
    <BriefItem
      key={item.key} item={item} zone={zone} now={now} gone={gone.has(item.key)} progress={progress.get(item.key) ?? NOTHING}
      onDo={(doing, text) => onDo(item, doing, text)}
    />
  ))
}
