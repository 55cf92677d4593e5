import { config } from 'zod'

// Pages forbid eval. A schema asks whether it may use it as it is made, so this is imported before any other module.
config({ jitless: true })
