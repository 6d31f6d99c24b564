import { useEffect, useRef, useState } from 'react'
import { POSITIONS, takePosition } from '#contract/decisions.ts'
import type { PositionView } from '#contract/decisions.ts'
import { announce } from '../../app/Announcer.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { SendForm } from '../../ui/SendForm.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useKeysInside } from '../../ui/use-keys-inside.ts'
import { needsWords, POSITION_WORDS } from '../words.ts'
import type { PositionKind } from '../words.ts'
import { mineAt } from './said.ts'
import type { Talk } from './talk.ts'
import { useDecisionWrite } from './use-decision-write.ts'
import { t } from '../../ui/words.ts'

type Props = { talk: Talk, optionId: string | null, tradeOffId: string | null, /** What it is about: `A table in Postgres`; the whole where left out. */ about: string | undefined }

const KINDS = POSITIONS.map((value) => ({ value, label: POSITION_WORDS[value].mine }))
const HINTS: Partial<Record<PositionKind, string>> = {
  'objection': t`It holds the signature up until you lift it or a call has heard it.`, 'question': t`It waits for an answer in the discussion.`, 'abstain': t`Your input counts as given.`,
}

/** Where one stands on the whole, an option or one trade-off. ⌘↵ sends, Escape leaves. */
export function PositionForm({ talk, optionId, tradeOffId, about }: Props) {
  const { decision, me, onClose } = talk
  const mine = mineAt(decision.positions, me, { optionId, tradeOffId })
  const [kind, setKind] = useState<PositionKind>(mine?.kind ?? 'support')
  const [text, setText] = useState(mine?.text ?? '')
  const [tried, setTried] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const { send, busy, problem } = useDecisionWrite(takePosition)
  useEffect(() => place.current?.querySelector<HTMLElement>('input:checked')?.focus(), [])
  useKeysInside(place, (event) => { if (event.key === 'Escape') onClose() })
  const missing = needsWords(kind) && text.trim() === ''
  const submit = () => {
    setTried(true)
    if (missing || busy) return
    send({ number: decision.number, kind, optionId, tradeOffId, text: text.trim() }, () => {
      onClose()
      announce(NOTED[kind])
    })
  }
  return (
    <div className="position-form" ref={place}>
      <SendForm label={about === undefined ? t`Your position` : t`Your position on ${about}`} look="quiet" submit={sendWords(mine)} onSubmit={submit} busy={busy} problem={problem} aside={<LinkAction onClick={onClose}>{t`Leave it`}</LinkAction>}>
        <Choice legend={about === undefined ? t`On the whole` : t`On ${about}`} options={KINDS} value={kind} onChange={setKind} hint={HINTS[kind]} />
        <TextArea label={needsWords(kind) ? t`In your words` : t`Why, if you like`} value={text} onChange={setText} rows={2} onSubmit={submit} error={tried && missing ? t`Say in a sentence what it is.` : undefined} />
      </SendForm>
    </div>
  )
}

const sendWords = (mine: PositionView | undefined): string => (mine ? t`Change my position` : t`Take this position`)
const NOTED: Readonly<Record<PositionKind, string>> = {
  'support': t`Noted: you support it.`, 'no-concern': t`Noted: you have no concern.`, 'question': t`Noted: you ask.`, 'objection': t`Noted: you object.`, 'abstain': t`Noted: you abstain.`,
}
