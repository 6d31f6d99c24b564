import { readAgreement } from '#contract/agreement.ts'
import { diffLines } from '#domain/agreement/line-diff.ts'
import { useMemo } from 'react'
import { useRead } from '../../app/api.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { LineDiff } from '../../ui/LineDiff.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { t } from '../../ui/words.ts'

/** The agreement as it would be, with what that changes; signing the proposal puts it into force. */
export function AgreementField({ text, onChange }: { text: string, onChange: (text: string) => void }) {
  const now = useRead(readAgreement, {}).data?.text
  const lines = useMemo(() => (now === undefined ? [] : diffLines(now, text)), [now, text])
  const same = lines.every(({ kind }) => kind === 'same')
  return (
    <Disclosure summary={t`The agreement as it would be`} open>
      <div className="agreement-field"><TextArea label={t`The whole agreement`} hint={t`Change what you propose. Signing the proposal puts it into force, with this decision as the reason.`} voice="sans" rows={12} value={text} onChange={onChange} /></div>
      {now !== undefined && (same ? <p className="hint">{t`Nothing is changed yet.`}</p> : <LineDiff lines={lines} />)}
    </Disclosure>
  )
}
