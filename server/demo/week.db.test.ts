import { postAsk } from '#contract/asks.ts'
import { readWeek, readWeekDeliveries } from '#contract/demo.ts'
import { createSpace } from '#contract/spaces.ts'
import { describeOnNewest } from '#server/platform/db/db.test-kit.ts'
import { codeOf, startTestApp } from '#server/app.test-kit.ts'
import { expect, test } from 'vitest'

describeOnNewest('every delivery of the demo’s week', (on) => {
  test('is read page by page, oldest first, with its reason; hidden ones are not, and a real workspace has none', async () => {
    const app = await startTestApp(on)
    try {
      const ben = await app.person('Ben')
      const ask = (title: string, spaceId = app.spaceId) => app.owner.call(postAsk, { spaceId, title, kind: 'answer', to: ben.id })
      for (const title of ['First?', 'Second?', 'Third?']) await ask(title)
      const read = (more: object = {}) => app.owner.call(readWeekDeliveries, { personId: ben.id, limit: 2, ...more })
      expect([await codeOf(read()), await codeOf(app.owner.call(readWeek, {}))]).toEqual(['not_found', 'not_found'])
      await on.db.updateTable('workspace').set({ demo: true }).execute()
      await app.advanceTo(app.app.platform.clock.now().add({ hours: 72 }).toString())
      const first = await read()
      const rest = await read({ cursor: first.next, limit: 100 })
      const all = [...first.items, ...rest.items]
      expect(all.filter(({ what }) => what === 'An ask').map(({ title, name }) => [title, name])).toEqual(['First?', 'Second?', 'Third?'].map((title) => [title, 'Ben']))
      expect([first.items.length, rest.next, all.every(({ why }) => /^Ben reads this .+\.$/.test(why))]).toEqual([2, null, true])
      expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).toSorted())
      const { id } = await ben.call(createSpace, { name: 'Closed', visibility: 'private' })
      await on.db.updateTable('attention_item').set({ space_id: id }).where('person_id', '=', ben.id).execute()
      expect((await read()).items).toEqual([])
    } finally {
      await app.stop()
    }
  })
})
