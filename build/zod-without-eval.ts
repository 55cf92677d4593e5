import { config } from 'zod/v4'

// A schema asks whether it may use eval as it is made, and pages forbid it. Shared chunks run before the entry that
// imports them, so an import at the top of the entry would come too late: this stands in for zod itself.
config({ jitless: true })

export * from 'zod/v4'
export { z } from 'zod/v4'
