import { describe, expect, test } from 'vitest'
import { layRibbon } from './ribbon-geometry.ts'

describe('a ribbon is a day laid out on a hundred per cent', () => {
  test('work stands where its hours are', () => {
    expect(layRibbon({ work: [[540, 750], [810, 1080]] }).work).toEqual([{ x: 37.5, width: 14.583333333333336 }, { x: 56.25, width: 18.75 }])
  })
  test('what lies outside the stretch shown is cut off or left out', () => {
    const ribbon = layRibbon({ work: [[-120, 360], [1080, 1560], [1500, 1600]], windows: [-5, 720], now: 1500 })
    expect(ribbon.work).toEqual([{ x: 0, width: 25 }, { x: 75, width: 25 }])
    expect(ribbon.windows).toEqual([50])
    expect(ribbon.now).toBeUndefined()
  })
  test('a day of 23 hours is as wide as any other', () => {
    expect(layRibbon({ dayMinutes: 1380, work: [[0, 1380]] }).work).toEqual([{ x: 0, width: 100 }])
  })
  test('hours are labelled every six, and every three on a short stretch', () => {
    expect(layRibbon({ work: [] }).hours.map(({ text, anchor }) => `${text} ${anchor}`)).toEqual(['00 start', '06 middle', '12 middle', '18 middle', '00 end'])
    expect(layRibbon({ work: [], from: 420, to: 1200 }).hours.map(({ text }) => text)).toEqual(['09', '12', '15', '18'])
  })
})

describe('labels of marks stay readable', () => {
  test.each([
    ['far apart, each over its place', 660, 990, 'middle', 'middle'],
    ['close together, they turn away from each other', 1020, 1080, 'end', 'start'],
    ['close together the other way round', 1080, 1020, 'start', 'end'],
  ])('%s', (_why, land, due, landAnchor, dueAnchor) => {
    const ribbon = layRibbon({ work: [], from: 420, to: 1200, land: { at: land, label: 'reads' }, due: { at: due, label: 'due' } })
    expect([ribbon.land?.anchor, ribbon.due?.anchor]).toEqual([landAnchor, dueAnchor])
  })
  test('at the edge they run inwards', () => {
    expect(layRibbon({ work: [], land: { at: 10, label: 'reads' } }).land?.anchor).toBe('start')
    expect(layRibbon({ work: [], due: { at: 1430, label: 'due' } }).due?.anchor).toBe('end')
  })
})
