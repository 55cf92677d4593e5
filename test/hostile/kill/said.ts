import { z } from 'zod'

/** A piece of work by what makes it unlike every other, so that it can be found again by its content. */
export const Work = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), name: z.string() }),
  z.object({ kind: z.literal('phone'), person: z.string(), phone: z.string() }),
  z.object({ kind: z.literal('token'), person: z.string(), number: z.string() }),
  z.object({ kind: z.literal('dispense'), prescription: z.string(), quantity: z.number() }),
])
export type Work = z.infer<typeof Work>

/** What a terminal's process says; whatever follows the last whole line was never said. */
export const Said = z.discriminatedUnion('is', [
  z.object({ is: z.literal('open'), state: z.string() }),
  /** Before it is done: a kill may leave it done or not. */
  z.object({ is: z.literal('ask'), work: Work }),
  /** The terminal has called it saved. `id` is what it got for it. */
  z.object({ is: z.literal('ack'), work: Work, id: z.string() }),
  z.object({
    is: z.literal('rest'),
    waiting: z.number(),
    refused: z.number(),
    online: z.boolean(),
    filling: z.boolean(),
    people: z.number(),
  }),
  z.object({ is: z.literal('fault'), text: z.string() }),
  z.object({ is: z.literal('closed') }),
])
export type Said = z.infer<typeof Said>

/** How one life of a terminal's process goes. */
export const Life = z.object({
  folder: z.string(),
  /** Hexadecimal. */
  key: z.string(),
  nextKey: z.string().nullable(),
  role: z.enum(['desk', 'pharmacy']),
  hims: z.array(z.string()),
  code: z.string().nullable(),
  root: z.string(),
  backup: z.string().nullable(),
  /** No two lives share it: names begin with it. */
  tag: z.string(),
  /** People that were acknowledged before, to be corrected; prescriptions to give from. */
  known: z.array(z.string()),
  works: z.boolean(),
  killAt: z.tuple([z.string(), z.string(), z.number()]).nullable(),
  /** The control: it says that a piece of work is saved before it is. */
  hasty: z.boolean(),
})
export type Life = z.infer<typeof Life>
