import { Empty } from './Empty.tsx'
import { LinkAction } from './LinkAction.tsx'
import { Notice } from './Notice.tsx'
import { Problem } from './Problem.tsx'
import { Section } from './Section.tsx'
import { Skeleton } from './Skeleton.tsx'
import { specimenNow, ZONE } from './specimen-time.ts'
import { UndoBar } from './UndoBar.tsx'

/** Empty, loading, failed, done. */
export function SpecimenStates() {
  return (
    <Section title="Empty, loading, error, done">
      <Empty text="Wraps of this space will stand here, newest first. Nobody has written one yet." action={<LinkAction strong href="/wrap">Write the first wrap</LinkAction>} />
      <Skeleton lines={3} />
      <Problem title="The wrap was not signed, because the server did not answer." next="Check that you are online and sign again; nothing was sent." textSafe action={<LinkAction strong onClick={() => {}}>Sign again</LinkAction>} />
      <Notice>Saved at 09:04.</Notice>
      <Notice tone="settled">Accepted. Ana is told at 16:00 her time.</Notice>
      <Notice tone="clock">Your shift ends in 20 min.</Notice>
      <Notice tone="late">Nobody holds this since 10:00.</Notice>
      <UndoBar text="Sent to Kenji." until={specimenNow().add({ minutes: 10 })} now={specimenNow()} zone={ZONE} onUndo={() => {}} />
    </Section>
  )
}
