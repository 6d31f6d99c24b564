/** Twins and journeys at their full size: years of days, a whole simulated week. Run: `npm run test:long`. */
process.env['LONGHAND_LONG'] = '1'
process.argv.splice(2, process.argv.length, 'twin', 'journeys')
await import('./test.mjs')
