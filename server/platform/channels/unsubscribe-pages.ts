import { MAIL_KIND_WORDS } from '#contract/mail-in.ts'
import { inWords, said } from '#domain/words/said.ts'
import type { Said, Words } from '#domain/words/said.ts'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Platform } from '../act.ts'
import { readerWords } from '../http/reader.ts'
import { wordsFor } from '../words.ts'
import { readUnsubscribeToken, setWish } from './unsubscribe.ts'
import type { Wish } from './unsubscribe.ts'

const PATH = '/unsubscribe/:token'

/**
 * One click, no sign-in (RFC 8058): `POST` switches a kind of mail off, `GET` only shows a page with the button, since
 * scanners of mail follow links. Mail programs post a form, so these routes take one, and look at nothing in it.
 */
export function addUnsubscribePages(app: FastifyInstance, platform: Platform, triesPerMinute: number): void {
  void app.register(async (pages) => {
    pages.removeAllContentTypeParsers()
    pages.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, _body, done) => done(null, null))
    pages.get<{ Params: { token: string } }>(PATH, async (request, reply) => {
      const wish = await readUnsubscribeToken(platform.db, request.params.token)
      return wish ? send(reply, 200, await wordsOfReader(platform, wish), (say) => asking(say, wish)) : send(reply, 404, readerWords(request), unknown)
    })
    pages.post<{ Params: { token: string } }>(PATH, { config: { rateLimit: { max: triesPerMinute, timeWindow: '1 minute' } } }, async (request, reply) => {
      const wish = await readUnsubscribeToken(platform.db, request.params.token)
      const done = wish && await platform.db.transaction().execute((tx) => setWish(tx, wish, false, platform.clock.now()))
      return wish && done ? send(reply, 200, await wordsOfReader(platform, wish), (say) => ended(say, wish)) : send(reply, 404, readerWords(request), unknown)
    })
  })
}

/** What the person reads to whom the mails went, whoever's browser this is. */
async function wordsOfReader({ db }: Platform, { workspaceId, personId }: Wish): Promise<Words> {
  const person = await db.selectFrom('person').select('locale').where('workspace_id', '=', workspaceId).where('id', '=', personId).executeTakeFirst()
  return wordsFor(person?.locale)
}

type Say = (one: Said) => string

const settings = (say: Say): string => `<a href="/settings">${say(said`Settings`)}</a>`
const asking = (say: Say, { kind }: Wish): string =>
  `<h1>${say(MAIL_KIND_WORDS[kind])}</h1><p>${say(said`Press the button to get no more mails of this kind. Everything stays in Longhand, and sign-in links still come.`)}</p><form method="post"><button>${say(said`No more of these`)}</button></form>`
const ended = (say: Say, { kind }: Wish): string =>
  `<h1>${say(said`Done`)}</h1><p>${say(said`You get no more mails of this kind: ${MAIL_KIND_WORDS[kind]}. Under ${settings(say)} you can have them again.`)}</p>`
const unknown = (say: Say): string =>
  `<h1>${say(said`This link leads nowhere`)}</h1><p>${say(said`Parts of it may be missing. ${settings(say)} has the mails that you get.`)}</p>`

function send(reply: FastifyReply, status: number, words: Words, page: (say: Say) => string): FastifyReply {
  const say: Say = (one) => inWords(one, words)
  return reply.status(status).header('cache-control', 'no-store').header('referrer-policy', 'no-referrer').type('text/html; charset=utf-8').send(`<!doctype html><html lang="${words.language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${say(said`Mails · Longhand`)}</title>
<style>:root{color-scheme:light dark}body{max-width:640px;margin:48px auto;padding:0 20px;font:17px/28px Georgia,serif}h1{font-weight:500}a{color:LinkText}button{font:inherit;padding:6px 16px}</style>
<main>${page(say)}</main></html>`)
}
