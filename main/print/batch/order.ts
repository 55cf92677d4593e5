import { createHash } from 'node:crypto'

import { z } from 'zod'

import { readCard } from '../../../domain/card/card-code.ts'
import type { CardFacts } from '../../../domain/card/card-answer.ts'
import { shortCode } from '../../../domain/card/short-code.ts'
import { CardOrder } from '../../../domain/print/document.ts'
import { fail, ok } from '../../../domain/result.ts'
import type { Result } from '../../../domain/result.ts'
import { drawingOf, namedOnSticker } from './layout.ts'
import type { Layout } from './layout.ts'

/** Reads one line of a batch; a problem is one sentence for whoever made the file. */
export function readOrder(line: string, layout: Layout): Result<CardOrder, string> {
  const json = parsed(line)
  if (!json.ok) return json
  const order = CardOrder.safeParse(json.value)
  if (!order.success) return fail(z.prettifyError(order.error).replaceAll(/\s+/g, ' '))
  const problem = problemWith(order.data, layout)
  return problem === null ? ok(order.data) : fail(problem)
}

function parsed(line: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(line))
  } catch {
    return fail('it is not JSON')
  }
}

/** What is printed for people must be what is signed for machines. */
function problemWith(order: CardOrder, layout: Layout): string | null {
  const card = readCard(order.code)
  if (!card.ok) return `its QR text is no card that this version reads (${card.problem})`
  const odd = oddity(order, card.value.facts)
  if (odd !== null) return odd
  const plain = order.plainCode === null ? null : readCard(order.plainCode)
  if (plain?.ok === false) return `"plainCode" is no card that this version reads (${plain.problem})`
  if (plain !== null && plain.value.facts.cardId !== card.value.facts.cardId) return '"plainCode" is another card'
  const shown = plain ?? card
  if (layout === 'stickers' && shown.value.facts.core !== null) return namedOnSticker
  return drawingOf[layout].problem(order)
}

function oddity(order: CardOrder, facts: CardFacts): string | null {
  if (shortCode(facts.cardId) !== order.shortCode) return `its number ${order.shortCode} is not that of its QR`
  if (facts.issued !== order.issued || facts.expires !== order.expires) return 'its days are not those of its QR'
  return null
}

/** Equal for two orders of the same print of the same card. */
export const orderKey = ({ code, copy }: CardOrder): bigint =>
  createHash('sha256').update(`${copy} ${code}`).digest().readBigUInt64BE()
