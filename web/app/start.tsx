import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { makeQueryClient } from './query-client.ts'
import { keepClock } from './clock.ts'
import { makeRouter } from './router.tsx'

/** Draws the app. Called once, after Temporal is there. */
export function start() {
  const place = document.getElementById('app')
  if (!place) throw new Error('index.html has no #app to draw into.')
  const queries = makeQueryClient()
  keepClock()
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={makeRouter()} />
      </QueryClientProvider>
    </StrictMode>,
  )
  // After the first page, which needs it for nothing; without it the page goes on as browsers have it.
  void import('./keep-focus.ts').then(({ keepFocus }) => keepFocus(), () => {})
}
