import { editMe, readMe } from '#contract/account.ts'
import type { enterDemo } from '#contract/demo.ts'
import type { OutputOf } from '#contract/operation.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { startTestApp } from '#server/app.test-kit.ts'
import { expect, test } from 'vitest'

describeOnNewest('who looks around the demo', (on) => {
  test('is spoken to as their browser asks when they come first, and then as its settings say', async () => {
    const app = await startTestApp(on)
    try {
      const [ben, mei] = [await app.person('Ben'), await app.person('Mei')]
      await on.db.updateTable('workspace').set({ demo: true }).execute()
      const enter = async (as: string, headers: Record<string, string>) => {
        const { me } = (await app.app.http.inject({ method: 'POST', url: '/api/v1/demo', headers, payload: { as } })).json<OutputOf<typeof enterDemo>>()
        return me.person.locale
      }
      const german = { origin: app.app.platform.facts().publicUrl, 'accept-language': 'de-AT,de;q=0.9,en;q=0.8' }
      const english = { ...german, 'accept-language': 'en-US,en;q=0.9' }
      await on.db.deleteFrom('credential').where('person_id', 'in', [ben.id, mei.id]).execute()
      expect(await enter(mei.id, { 'accept-language': 'de' }), 'a script is no reader').toBe('en-GB')
      expect([await enter(ben.id, german), await enter(ben.id, english)], 'once').toEqual(['de', 'de'])
      const again = await app.sessionOf(ben.id)
      await again.call(editMe, { locale: 'en-GB' })
      expect([await enter(ben.id, german), (await again.call(readMe, {})).person.locale], 'who chose is left alone').toEqual(['en-GB', 'en-GB'])
    } finally {
      await app.stop()
    }
  })
})
