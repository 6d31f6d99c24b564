import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'

/** Goes into the app as somebody who has just signed in: whatever was read as somebody else is forgotten. */
export function useEnter(): (path?: string) => void {
  const queries = useQueryClient()
  const { history } = useRouter()
  return (path = '/') => {
    queries.removeQueries({ type: 'inactive' })
    void queries.resetQueries()
    history.push(path)
  }
}
