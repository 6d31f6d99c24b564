import { createServer } from 'node:http'

/** The least that Node can do: reads what comes and answers `BYTES` bytes of JSON. The limit that our answers are measured against. */
const body = Buffer.from(JSON.stringify('x'.repeat(Math.max(0, Number(process.env['BYTES']) - 2))))

const server = createServer((request, response) => {
  request.resume().once('end', () => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body)
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`)
})
