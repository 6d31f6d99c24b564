import './settings.css'
import { createToken, endOtherSessions, endSession, listSessions, listTokens, revokeToken } from '#contract/access.ts'
import { editMe } from '#contract/account.ts'
import { readMailWishes, setMailWish } from '#contract/mail-in.ts'
import { listPasskeys } from '#contract/passkeys.ts'
import { readPush, subscribePush, testPush, unsubscribePush } from '#contract/push.ts'
import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useRead } from '../app/api.ts'
import { bringStepsBack } from '../app/steps-away.ts'
import { useNow } from '../app/clock.ts'
import { isAdmin, useMe, zoneOf } from '../app/me.ts'
import { useSend } from '../app/send.ts'
import { LinkAction } from '../ui/LinkAction.tsx'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'
import { Loaded } from './Loaded.tsx'
import { MailSection } from './MailSection.tsx'
import { PasskeysSection } from './PasskeysSection.tsx'
import { PasswordSection } from './PasswordSection.tsx'
import { ProfileSection } from './ProfileSection.tsx'
import { PushSection } from './PushSection.tsx'
import { SessionsSection } from './SessionsSection.tsx'
import { ThisDevice } from './ThisDevice.tsx'
import { TokensSection } from './TokensSection.tsx'
import { t } from '../ui/words.ts'

/** What one says of oneself, and how one gets in. */
export function SettingsPage() {
  const me = useMe()
  const zone = zoneOf(me.data)
  const now = useNow()
  const sessions = useRead(listSessions, {})
  const tokens = useRead(listTokens, {})
  const wishes = useRead(readMailWishes, {})
  const wish = useSend(setMailWish, 'mail-in', 'account')
  const passkeys = useRead(listPasskeys, {})
  const push = useRead(readPush, {})
  const subscribe = useSend(subscribePush, 'push')
  const unsubscribe = useSend(unsubscribePush, 'push')
  const testDevice = useSend(testPush, 'push')
  const edit = useSend(editMe, 'account', 'people')
  const password = useSend(editMe, 'account')
  const end = useSend(endSession, 'account')
  const endOthers = useSend(endOtherSessions, 'account')
  const create = useSend(createToken, 'account.tokens')
  const revoke = useSend(revokeToken, 'account.tokens')
  if (!me.data) return null
  const { person } = me.data
  const manages = isAdmin(me.data)
  return (
    <Page title={t`Settings`} lede={<LinkAction href={`/people/${person.id}`}>{t`Your hours, holidays and time away`}</LinkAction>}>
      <ProfileSection person={person} edit={edit} />
      <PasswordSection email={person.email} edit={password} />
      <Loaded id="passkeys" title={t`Passkeys`} read={passkeys}>{(data) => <PasskeysSection {...data} manages={manages} zone={zone} now={now} />}</Loaded>
      <Loaded id="mails" title={t`Mails you get`} read={wishes}>{(data) => <MailSection wishes={data} set={wish} />}</Loaded>
      <Section title={t`What you write`}><p><LinkAction href="/settings/dismissed">{t`Notes on your texts that you dismissed, and why`}</LinkAction></p></Section>
      {manages && <Section title={t`What was written elsewhere`}><p><LinkAction href="/import">{t`Bring in Slack, mails or pages, and see what was imported`}</LinkAction></p></Section>}
      <Section title={t`The way out`}><p><LinkAction href="/export">{t`Everything that you may see, as files of Markdown`}</LinkAction></p></Section>
      <Section id="first-steps" title={t`Where to begin`}><FirstStepsAgain personId={person.id} /></Section>
      <ThisDevice />
      <Loaded id="push" title={t`When no page is open`} read={push}>{(data) => <PushSection {...data} zone={zone} now={now} subscribe={subscribe} unsubscribe={unsubscribe} test={testDevice} />}</Loaded>
      <Loaded id="sessions" title={t`Where you are signed in`} read={sessions}>{(data) => <SessionsSection sessions={data.sessions} zone={zone} now={now} end={end} endOthers={endOthers} />}</Loaded>
      <Section title={t`What was done to rights`}><p><LinkAction href="/settings/audit">{manages ? t`The audit log: who did what to rights, ways in and settings` : t`What the audit log says of you`}</LinkAction></p></Section>
      <Loaded id="tokens" title={t`Personal tokens`} read={tokens}>{(data) => <TokensSection tokens={data.tokens} manages={manages} zone={zone} now={now} create={create} revoke={revoke} />}</Loaded>
    </Page>
  )
}

/** Brings the first steps back to the brief, as long as one of them is not done. */
function FirstStepsAgain({ personId }: { personId: string }) {
  const queries = useQueryClient()
  const [back, setBack] = useState(false)
  const bring = () => void bringStepsBack(personId).then(() => {
    queries.setQueryData(['first-steps', personId], false)
    setBack(true)
  }, () => {})
  return <p>{back ? t`They stand on your brief, until the last one is done.` : <LinkAction onClick={bring}>{t`Show the first steps on the brief again`}</LinkAction>}</p>
}
