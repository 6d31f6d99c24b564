import { hitRate } from '#contract/asks.ts'
import { useRead } from '../../app/api.ts'
import { Section } from '../../ui/Section.tsx'
import { ratingWords } from './list-words.ts'
import { t } from '../../ui/words.ts'

/** How the reader's own urgent asks were rated by those who answered; nobody else sees it. Nothing while none was sent. */
export function HitRate() {
  const rate = useRead(hitRate, {}).data
  if (!rate || rate.sent === 0) return null
  return (
    <Section title={t`Your urgent asks`} aside={t`only you see this`}>
      <p className="hit-rate">{rate.sentence}</p>
      <p className="hint">{ratingWords(rate)}</p>
    </Section>
  )
}
