import { createHash } from 'node:crypto'

import { z } from 'zod'

import type { Encoding } from '../../domain/wire/codec/encoding.ts'
import { writePage } from '../../domain/wire/codec/page.ts'
import type { PackedPage } from '../../domain/wire/packed.ts'
import { Change } from '../../domain/wire/sync.ts'
import { pack } from './zip.ts'

const Changes = z.array(Change)

/** A small page is news, which few will ask for again. */
const FEW = 200

/** Rows as columns, packed. */
export async function packChanges(changes: readonly Change[], encoding: Encoding): Promise<PackedPage> {
  const bytes = writePage(changes)
  const digest = createHash('sha256').update(bytes).digest('hex')
  return { encoding, digest, page: await pack(bytes, encoding, changes.length < FEW ? 'quick' : 'small') }
}

/** The same of `changes` as a page of the feed has them. */
export const packJson = (changes: string, encoding: Encoding): Promise<PackedPage> =>
  packChanges(Changes.parse(JSON.parse(changes)), encoding)
