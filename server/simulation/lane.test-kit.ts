import type { LifeAsked, Told } from './lanes.test-kit.ts'
import { startFreshCopies } from './fresh.test-kit.ts'
import { live } from './live.test-kit.ts'

/** Lives one life after the other beside the process that asks for them, on a database server of its own. */
const copies = await startFreshCopies()

async function once({ seed, days, upsideDown }: LifeAsked): Promise<Told> {
  const url = await copies.make()
  try {
    return { lived: await live(url, seed, days, { upsideDown }) }
  } catch (error) {
    return { failed: error instanceof Error ? error.stack ?? error.message : String(error) }
  } finally {
    await copies.drop(url)
  }
}

process.on('message', (asked: LifeAsked) => void once(asked).then((told) => process.send?.(told)))
process.on('disconnect', () => void copies.stop())
process.send?.('ready')
