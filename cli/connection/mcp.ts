import type { CallToolResult, ListToolsResult } from '@modelcontextprotocol/server'
import type { Command } from 'commander'
import type { Cli } from '../context.ts'
import { example } from '../help.ts'

/** The revision in which the bridge itself asks; clients on stdio may speak any that the kit knows. */
const REVISION = '2025-06-18'

/** `longhand mcp`: MCP on stdin and stdout for programs that start it, answered by the server under your rights. */
export function addMcp(program: Command, cli: Cli): void {
  const command = program.command('mcp').description('Speaks MCP on stdin and stdout, as the person who is signed in here.')
  example(command, 'longhand mcp', 'claude mcp add longhand -- longhand mcp').action(() => bridge(cli))
}

/** The kit is loaded here, since no other command needs it. */
async function bridge(cli: Cli): Promise<void> {
  const [{ Server }, { serveStdio }] = await Promise.all([import('@modelcontextprotocol/server'), import('@modelcontextprotocol/server/stdio')])
  const url = `${cli.url()}/mcp`
  const token = cli.token()
  await new Promise<void>((resolve) => {
    serveStdio(() => {
      const server = new Server({ name: 'longhand', title: 'Longhand', version: '1' }, { capabilities: { tools: {} } })
      server.setRequestHandler('tools/list', async () => await askServer(url, token, 'tools/list', {}) as ListToolsResult)
      server.setRequestHandler('tools/call', async ({ params }) => await askServer(url, token, 'tools/call', { name: params.name, arguments: params.arguments ?? {} }) as CallToolResult)
      return server
    })
    process.stdin.once('end', resolve)
    process.stdin.once('close', resolve)
  })
}

/** One request to the server's own MCP door, which is stateless. */
async function askServer(url: string, token: string, method: string, params: object): Promise<unknown> {
  const answer = await fetch(url, {
    method: 'POST', body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', authorization: `Bearer ${token}`, 'mcp-protocol-version': REVISION },
  }).catch(() => { throw new Error(`No answer from ${url}. Check that Longhand is running and that you are online.`) })
  const message = messageIn(await answer.text())
  if (message.result !== undefined) return message.result
  throw new Error(message.error?.message ?? ([message.title, message.next].filter(Boolean).join(' ') || `The server answered ${answer.status}.`))
}

type Message = { result?: unknown; error?: { message: string }; title?: string; next?: string }

/** JSON, or a stream with one event. */
function messageIn(text: string): Message {
  const data = text.split('\n').find((line) => line.startsWith('data: '))
  try { return JSON.parse(data === undefined ? text : data.slice('data: '.length)) as Message } catch { return {} }
}
