import { z } from 'zod'

const text = z.string().trim().min(1).max(400)

/** One text in the four languages; none may be empty. */
export const Words = z.strictObject({ en: text, hi: text, pa: text, ur: text })
export type Words = z.infer<typeof Words>
