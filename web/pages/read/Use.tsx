import { forgetUse, usePage } from '#contract/page-truth.ts'
import { announce } from '../../app/Announcer.tsx'
import { capital, counted } from '../../ui/format.ts'
import { LinkAction } from '../../ui/LinkAction.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { useSend } from '../../app/send.ts'
import { TOUCHED, usePageWrite } from '../use-page-write.ts'
import type { Talk } from './talk.ts'
import { t } from '../../ui/words.ts'

/** Said where the page was used: that it helped, or that something in it is wrong. */
export function Use({ talk }: { talk: Talk }) {
  const { page: { number, mine, helped, can }, onOpen } = talk
  const use = usePageWrite(usePage)
  const forget = useSend(forgetUse, 'pages', ...TOUCHED)
  const problem = use.problem ?? forget.problem
  if (!can.includes('remark')) return helped === 0 ? null : <p className="page-use">{helpedWords(helped, false)}</p>
  return (
    <div className="page-use no-print">
      <p>
        {mine === 'helped'
          ? <><span className="settled">{t`It helped you.`}</span> <LinkAction busy={forget.busy} onClick={() => forget.send({ number })}>{t`Take it back`}</LinkAction></>
          : <><span>{t`Did you use it?`}</span> <LinkAction strong busy={use.busy} onClick={() => use.send({ number, verdict: 'helped' }, () => announce(t`Thank you; whoever minds it sees that it helps.`))}>{t`It helped`}</LinkAction></>}
        <LinkAction onClick={() => onOpen({ at: 'wrong', stretch: undefined })}>{t`Something is wrong here`}</LinkAction>
        <span className="hint">{helpedWords(helped, mine === 'helped')}</span>
      </p>
      {problem && <Problem {...problem} />}
    </div>
  )
}

/** `It helped three people.` @param mine the reader is among them */
export function helpedWords(helped: number, mine: boolean): string {
  const others = mine ? helped - 1 : helped
  if (others <= 0) return ''
  return mine ? t`And ${counted(others, 'other')}.` : capital(t`it helped ${counted(others, 'person', 'people')}.`)
}
