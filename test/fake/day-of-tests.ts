const started = Date.now()

/** The same day whenever the tests run, and it goes on like a clock. */
export const dayOfTests = (): Date => new Date(Date.parse('2026-11-22T05:00:00.000Z') + Date.now() - started)
