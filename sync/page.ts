import { createHash } from 'node:crypto'

import { readPage } from '../domain/wire/codec/page.ts'
import { fail, ok } from '../domain/result.ts'
import type { Result } from '../domain/result.ts'
import type { PackedPage } from '../domain/wire/packed.ts'
import type { Change } from '../domain/wire/sync.ts'
import { unpack } from './zip.ts'

/** Why a page is not applied: it could not be unpacked, is not what was digested, or is no page. */
export type PageProblem = 'encoding' | 'digest' | 'page'

/** 5,000 rows are some 3 MB; nothing larger is ever unpacked. */
export const LARGEST_PAGE = 32 * 1024 * 1024

/** The rows of a packed page, checked against its digest. */
export function openPage({ page, encoding, digest }: PackedPage): Result<readonly Change[], PageProblem> {
  const bytes = unpack(page, encoding, LARGEST_PAGE)
  if (bytes === null) return fail('encoding')
  if (digestOf(bytes) !== digest) return fail('digest')
  const read = readPage(bytes)
  return read.ok ? read : fail('page')
}

/** Rows as JSON, for whoever does not read columns. */
interface PlainPage {
  readonly changes: readonly Change[]
  readonly digest: string
}

/** The rows of an answer, whichever way they came; `raw` is the answer before its shape was checked. */
export function changesOf(reply: PackedPage | PlainPage, raw: unknown): Result<readonly Change[], PageProblem> {
  if ('page' in reply) return openPage(reply)
  // Over the changes as they came: fields that this version does not know count as well.
  const changes = typeof raw === 'object' && raw !== null && 'changes' in raw ? raw.changes : []
  return digestOf(JSON.stringify(changes)) === reply.digest ? ok(reply.changes) : fail('digest')
}

const digestOf = (body: Uint8Array | string): string => createHash('sha256').update(body).digest('hex')
