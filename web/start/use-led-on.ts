import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { MeView } from '#contract/account.ts'
import { useMe } from '../app/me.ts'

const everybody = () => true

/**
 * Leads on whoever is signed in already; to come in as somebody else they sign out first. Who they were before their session
 * ran out stays in the cache beside the refusal, and is led nowhere.
 * @param here the path of the page that leads on
 * @param whom who of those that are signed in
 * @returns whether the server says that nobody is signed in who would be led on; it stays true while that is asked again, so that nothing typed is lost
 */
export function useLedOn(here: string, back: string, whom: (me: MeView) => boolean = everybody): boolean {
  const { history } = useRouter()
  const { data, error, isFetched } = useMe()
  const ledOn = data !== undefined && error === null && whom(data)
  useEffect(() => {
    if (ledOn && history.location.pathname === here) history.replace(back)
  }, [ledOn, here, back, history])
  return isFetched && !ledOn
}
