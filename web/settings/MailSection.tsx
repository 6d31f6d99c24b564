import type { MailWishes, setMailWish } from '#contract/mail-in.ts'
import type { GivenTo } from '#contract/operation.ts'
import type { Send } from '../app/send.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Problem } from '../ui/Problem.tsx'
import { heard, t } from '../ui/words.ts'

type Props = { wishes: MailWishes, set: Send<GivenTo<typeof setMailWish>> }

/** Which kinds of mail I get; each is kept as soon as it is pressed. The brief has its switch beside my name. */
export function MailSection({ wishes, set }: Props) {
  return (
    <>
      <div className="settings-switches">
        {wishes.kinds.filter(({ kind }) => kind !== 'brief').map(({ kind, words, on }) => <Checkbox key={kind} label={heard(words)} checked={on} disabled={set.busy} onChange={(wanted) => set.send({ kind, on: wanted })} />)}
      </div>
      <p className="settings-line hint">{wishes.replies ? t`Sign-in links and alarms always come. Where a mail says so, you can act by answering it from your own address.` : t`Sign-in links and alarms always come.`}</p>
      {set.problem && <Problem title={set.problem.title} next={set.problem.next} />}
    </>
  )
}
