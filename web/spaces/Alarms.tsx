import { acceptBaton } from '#contract/handoffs.ts'
import type { BatonView } from '#contract/handoffs.ts'
import { problemFrom, useWrite } from '../app/api.ts'
import { unownedWords } from '../app/held-batons.ts'
import { InlineText } from '../ui/InlineText.tsx'
import { Item } from '../ui/Item.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Why } from '../ui/Why.tsx'
import { t } from '../ui/words.ts'

type Props = { batons: readonly BatonView[], zone: string, now: Temporal.Instant }

/** Batons that nobody holds, with a way to take each. */
export function Alarms({ batons, zone, now }: Props) {
  const take = useWrite(acceptBaton, { refreshes: ['batons', 'brief', 'wraps'] })
  return (
    <>
      {batons.map((baton) => (
        <Item
          key={baton.id} text={<InlineText text={baton.text} />} by={<InlineText text={t`${baton.giverName} gave it to ${baton.toName.replace(/^The /, 'the ')} · #${baton.number}`} />}
          clock={unownedWords(baton, zone, now)} tone="late" why={<Why line={baton.why} />}
          actions={baton.can.includes('take') ? <LinkAction strong keys="a" label={t`Take it: ${baton.text}`} busy={take.isPending && take.variables.id === baton.id} onClick={() => take.mutate({ id: baton.id })}>{t`Take it`}</LinkAction> : undefined}
        />
      ))}
      {take.error && <Problem {...problemFrom(take.error)} />}
    </>
  )
}
