import { setTimeout as wait } from 'node:timers/promises'
import { listWebhookDeliveries, TEST_TYPE, testWebhook } from '#contract/webhooks.ts'
import type { WebhookDelivery } from '#contract/webhooks.ts'
import type { Command } from 'commander'
import type { Cli } from '../context.ts'
import { Cancelled } from '../errors.ts'
import { example } from '../help.ts'
import { clean, oneLine } from '../text/clean.ts'
import { fold } from '../text/columns.ts'

/** An endpoint may take a quarter of a minute; it leaves a moment after it was asked for. Unit: ms. */
const PATIENCE_MS = 25_000
const BETWEEN_MS = 250
/** Among so many of the newest is the one that was just sent. */
const LOOKED_AT = 10
/** An answer is taken by these. */
const isTaken = (status: number | null): boolean => status !== null && status >= 200 && status < 300

/** `longhand webhooks test`: sends a message and says what became of it. The other verbs stand as the API has them. */
export function addWebhooks(program: Command, cli: Cli): void {
  const group = program.command('webhooks').description('Everything about webhooks, as the API has it; `test` says what the endpoint answered.')
  const test = group.command('test').description('Sends your endpoint a message of type webhook.test, and says what it answered.').argument('<id>', '`longhand webhooks list` shows them.')
  example(test, 'longhand webhooks test <id>').action((id: string) => run(cli, id))
}

async function run(cli: Cli, id: string): Promise<void> {
  const before = new Set((await newest(cli, id)).map((one) => one.id))
  await cli.call(testWebhook, { id })
  const sent = await tried(cli, id, before)
  if (sent === null) throw new Cancelled(`Nothing was tried within ${PATIENCE_MS / 1000} seconds. Look again with: longhand webhooks deliveries ${id}`)
  await cli.print(sent, () => `${fold(wordsFor(sent), cli.terminal.width)}\n`)
  if (!isTaken(sent.attempts[0]?.status ?? null)) throw new Cancelled(sent.state === 'waiting' ? 'It was not taken, and will be tried again.' : 'It was not taken.')
}

const newest = async (cli: Cli, id: string): Promise<WebhookDelivery[]> => (await cli.call(listWebhookDeliveries, { id, limit: LOOKED_AT })).items

/** Waits until the new message was tried, or will not be; null where that takes too long. */
async function tried(cli: Cli, id: string, before: ReadonlySet<string>): Promise<WebhookDelivery | null> {
  for (let waited = 0; waited < PATIENCE_MS; waited += BETWEEN_MS) {
    const sent = (await newest(cli, id)).find((one) => one.payload?.type === TEST_TYPE && !before.has(one.id))
    if (sent && (sent.attempts.length > 0 || ['failed', 'dropped', 'kept'].includes(sent.state))) return sent
    await wait(BETWEEN_MS)
  }
  return null
}

function wordsFor({ state, attempts: [last], lastError }: WebhookDelivery): string {
  if (!last) return state === 'kept' ? 'It was not sent, since nothing leaves a demo; it is kept in the outbox.' : `It was not sent: ${oneLine(lastError ?? 'nobody says why.')}`
  if (last.status === null) return `It was not reached, after ${last.tookMs} ms: ${oneLine(last.error ?? 'there was no answer.')}`
  const answer = clean(last.answer ?? '').trim()
  return `It answered ${last.status} after ${last.tookMs} ms${answer === '' ? '.' : `:\n${answer}`}`
}
