import './offline.css'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { MeView } from '#contract/account.ts'
import { nameEntries } from '#contract/entries.ts'
import { announce } from '../app/Announcer.tsx'
import { call, refresh } from '../app/api.ts'
import { useNow } from '../app/clock.ts'
import { useContact } from '../app/reach.ts'
import { useEverythingWaiting } from '../app/offline/list.ts'
import { noteVisit } from '../app/palette/recent.ts'
import { capital, counted } from '../ui/format.ts'
import { t } from '../ui/words.ts'
import { keepsWhatIsRead, keepWhatIsRead } from '../app/offline/choice.ts'
import { recheck } from '../app/offline/kept.ts'
import { keepApp } from './register.ts'
import { sendWaiting } from '../app/offline/send.ts'
import { standingWords, waitingWords } from './words.ts'

/** How often it is tried whether a silent server answers again. Unit: ms. */
const TRY_AGAIN = 10_000
/** How often it is asked whether everything that is kept may still be seen, besides each time a page meets the server. Unit: ms. */
const RECHECK = 300_000
/** So many numbers are asked about at once (`entries.names`). */
const AT_ONCE = 300
/** What a text that arrives makes out of date. */
const TOUCHED = ['threads', 'asks', 'entries', 'brief', 'inbox', 'wraps', 'batons', 'checkins', 'pages'] as const

/** How the page stands when there is no server to ask, and what waits to be sent. It also keeps what is read, and lets go of it. */
export function Standing({ me, path }: { me: MeView, path: string }) {
  const contact = useContact()
  const now = useNow()
  const { replies, others } = useEverythingWaiting(me.person.id)
  useKeeping(me, contact.reachable)
  useEffect(() => noteVisit(localStorage, me.person.id, path), [me.person.id, path])
  useSending(me.person.id, contact.reachable)
  const refused = [...replies, ...others].filter((one) => one.refused !== undefined).length
  const kept = contact.keptAt[path]
  const standing = standingWords({ reachable: contact.reachable, online: navigator.onLine, at: kept === undefined ? contact.heardAt : Temporal.Instant.from(kept), zone: me.person.zone, now })
  const waiting = waitingWords(replies.length + others.length - refused, refused)
  const shown = standing ?? (refused > 0 || others.length > 0 ? waiting : undefined)
  return (
    <p className="standing" role="status" data-shown={shown !== undefined || undefined}>
      {standing}{standing && waiting && ' '}{shown && waiting && <>{waiting} <a href="/drafts">{t`See what waits`}</a></>}
    </p>
  )
}

/** Keeps what is read, and asks again and again whether it may still be seen. */
function useKeeping(me: MeView, reachable: boolean) {
  const spaces = me.spaces.map(({ id }) => id).join(' ')
  useEffect(() => {
    keepWhatIsRead(keepsWhatIsRead())
    void keepApp()
  }, [])
  useEffect(() => {
    if (!reachable) return
    const check = () => void recheck(stillSeen, new Set(spaces.split(' '))).catch(() => {})
    check()
    const timer = setInterval(check, RECHECK)
    return () => clearInterval(timer)
  }, [reachable, spaces])
}

async function stillSeen(numbers: readonly number[]): Promise<ReadonlySet<number>> {
  const seen = new Set<number>()
  for (let from = 0; from < numbers.length; from += AT_ONCE) {
    const { items } = await call(nameEntries, { numbers: numbers.slice(from, from + AT_ONCE) })
    for (const { number } of items) seen.add(number)
  }
  return seen
}

/** Tries a silent server, reads anew once it answers, and sends what waited. */
function useSending(personId: string, reachable: boolean) {
  const queries = useQueryClient()
  const was = useRef(true)
  useEffect(() => {
    if (reachable) return
    const ask = () => void queries.refetchQueries({ queryKey: ['account.me'] })
    const timer = setInterval(ask, TRY_AGAIN)
    addEventListener('online', ask)
    return () => {
      clearInterval(timer)
      removeEventListener('online', ask)
    }
  }, [queries, reachable])
  useEffect(() => {
    if (reachable) {
      if (!was.current) void queries.invalidateQueries()
      void sendWaiting(personId, { storage: localStorage, call }).then((arrived) => {
        if (arrived === 0) return
        announce(t`${capital(counted(arrived, 'text'))} arrived.`)
        refresh(queries, TOUCHED)
      })
    }
    was.current = reachable
  }, [queries, personId, reachable])
}
