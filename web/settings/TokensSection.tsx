import { useState } from 'react'
import type { createToken, revokeToken, TokenView } from '#contract/access.ts'
import type { GivenTo, OutputOf } from '#contract/operation.ts'
import type { Send } from '../app/send.ts'
import { CopyLine } from '../ui/CopyLine.tsx'
import { Empty } from '../ui/Empty.tsx'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Problem } from '../ui/Problem.tsx'
import { endsWords, scopesWords, usedWords } from './access-words.ts'
import { TokenForm } from './TokenForm.tsx'
import { t, tr } from '../ui/words.ts'

type Props = {
  tokens: readonly TokenView[]
  /** Whether the reader may grant what manages the workspace. */
  manages: boolean
  zone: string
  now: Temporal.Instant
  create: Send<GivenTo<typeof createToken>, OutputOf<typeof createToken>>
  revoke: Send<GivenTo<typeof revokeToken>>
}

/** Tokens for scripts. A secret is shown once, right after it was made. */
export function TokensSection({ tokens, manages, zone, now, create, revoke }: Props) {
  const [making, setMaking] = useState(false)
  const [made, setMade] = useState<OutputOf<typeof createToken>>()
  const close = () => {
    create.reset()
    setMaking(false)
  }
  return (
    <>
      {made && (
        <div className="settings-secret">
          <p>{tr`This is the token “${made.view.label}”. It is shown only now; keep it where your script reads it.`}</p>
          <CopyLine label={t`Token ${made.view.label}`} text={made.token} />
          <LinkAction onClick={() => setMade(undefined)}>{t`I have it`}</LinkAction>
        </div>
      )}
      <ul className="settings-list">
        {tokens.map((token) => (
          <li key={token.id}>
            <span>{token.label}<p className="hint">{scopesWords(token.scopes)}; {usedWords(token, zone, now)}; {endsWords(token, zone, now)}.</p></span>
            <LinkAction busy={revoke.busy} label={t`End it: the token ${token.label}`} onClick={() => revoke.send({ id: token.id })}>{t`End it`}</LinkAction>
          </li>
        ))}
      </ul>
      {revoke.problem && <Problem title={revoke.problem.title} next={revoke.problem.next} />}
      {tokens.length === 0 && !making && <Empty text={t`No tokens. One lets the command line or a script act for you, within the scopes you choose.`} />}
      {!making && <p className="settings-line"><LinkAction strong onClick={() => setMaking(true)}>{t`Make a token`}</LinkAction></p>}
      {making && <TokenForm manages={manages} now={now} busy={create.busy} problem={create.problem} onCancel={close} onCreate={(input) => create.send(input, (output) => { setMade(output); close() })} />}
    </>
  )
}
