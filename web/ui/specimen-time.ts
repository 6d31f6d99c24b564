/** The moment at which the specimen stands: Tuesday, 09:04 in Tokyo. */
export const specimenNow = () => Temporal.Instant.from('2026-03-24T00:04:00Z')
export const ZONE = 'Asia/Tokyo'
