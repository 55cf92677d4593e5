import { config } from 'zod'

// Pages forbid eval, and zod tries it as soon as a schema is made: this comes before every contract.
config({ jitless: true })
