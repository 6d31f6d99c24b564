import { MAIL_KIND_WORDS } from '#contract/mail-in.ts'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Platform } from '../act.ts'
import { readUnsubscribeToken, setWish } from './unsubscribe.ts'

const PATH = '/unsubscribe/:token'

/**
 * One click, no sign-in (RFC 8058): `POST` switches a kind of mail off, `GET` only shows a page with the button, since
 * scanners of mail follow links. Mail programs post a form, so these routes take one, and look at nothing in it.
 */
export function addUnsubscribePages(app: FastifyInstance, platform: Platform, triesPerMinute: number): void {
  void app.register(async (pages) => {
    pages.removeAllContentTypeParsers()
    pages.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, _body, done) => done(null, null))
    pages.get<{ Params: { token: string } }>(PATH, async ({ params }, reply) => {
      const wish = await readUnsubscribeToken(platform.db, params.token)
      if (!wish) return send(reply, 404, UNKNOWN)
      return send(reply, 200, `<h1>${MAIL_KIND_WORDS[wish.kind]}</h1><p>Press the button to get no more mails of this kind. Everything stays in Longhand, and sign-in links still come.</p><form method="post"><button>No more of these</button></form>`)
    })
    pages.post<{ Params: { token: string } }>(PATH, { config: { rateLimit: { max: triesPerMinute, timeWindow: '1 minute' } } }, async ({ params }, reply) => {
      const wish = await readUnsubscribeToken(platform.db, params.token)
      const done = wish && await platform.db.transaction().execute((tx) => setWish(tx, wish, false, platform.clock.now()))
      if (!wish || !done) return send(reply, 404, UNKNOWN)
      return send(reply, 200, `<h1>Done</h1><p>You get no more mails of this kind: ${MAIL_KIND_WORDS[wish.kind]}. Under <a href="/settings">Settings</a> you can have them again.</p>`)
    })
  })
}

const UNKNOWN = '<h1>This link leads nowhere</h1><p>Parts of it may be missing. <a href="/settings">Settings</a> has the mails that you get.</p>'

function send(reply: FastifyReply, status: number, words: string): FastifyReply {
  return reply.status(status).header('cache-control', 'no-store').header('referrer-policy', 'no-referrer').type('text/html; charset=utf-8').send(`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>Mails · Longhand</title>
<style>:root{color-scheme:light dark}body{max-width:640px;margin:48px auto;padding:0 20px;font:17px/28px Georgia,serif}h1{font-weight:500}a{color:LinkText}button{font:inherit;padding:6px 16px}</style>
<main>${words}</main></html>`)
}
