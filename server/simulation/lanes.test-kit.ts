import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Lived } from './live.test-kit.ts'

export type LifeAsked = { seed: number; days: number; upsideDown: boolean }
export type Told = { lived: Lived } | { failed: string }

/**
 * Processes in which lives are lived side by side. Each has a database server of its own, since which transactions are under
 * way is known to a whole server: a neighbour's would make a timer act twice in one life and once in the other.
 */
export async function openLanes(count: number) {
  const lanes = await Promise.all(Array.from({ length: count }, open))
  const free = [...lanes]
  const waiting: ((lane: ChildProcess) => void)[] = []
  const next = () => new Promise<ChildProcess>((take) => {
    const lane = free.pop()
    if (lane) take(lane)
    else waiting.push(take)
  })
  return {
    /** @throws {Error} with the place in the life at which it fell over, or when its process ended */
    async live(asked: LifeAsked): Promise<Lived> {
      const lane = await next()
      try {
        return await asking(lane, asked)
      } finally {
        const take = waiting.shift()
        if (take) take(lane)
        else free.push(lane)
      }
    },
    async close() {
      await Promise.all(lanes.map(async (lane) => {
        if (!lane.connected) return
        const ended = once(lane, 'exit')
        lane.disconnect()
        await ended
      }))
    },
  }
}

async function open(): Promise<ChildProcess> {
  const lane = fork(join(import.meta.dirname, 'lane.test-kit.ts'), { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  await answerOf(lane)
  return lane
}

async function asking(lane: ChildProcess, asked: LifeAsked): Promise<Lived> {
  const answer = answerOf(lane)
  lane.send(asked)
  const told = await answer as Told
  if ('lived' in told) return told.lived
  throw new Error(`Seed ${asked.seed} fell over. Live it again: npm run simulate -- --seed ${asked.seed} --days ${asked.days}\n${told.failed}`)
}

function answerOf(lane: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('A process in which lives are lived ended.'))
    lane.once('exit', ended)
    lane.once('message', (told) => {
      lane.off('exit', ended)
      resolve(told)
    })
  })
}
