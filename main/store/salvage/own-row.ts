import { z } from 'zod'

import { Language } from '../../../domain/language.ts'
import { TerminalRole } from '../../../domain/wire/sync.ts'
import type { Row } from './b-tree.ts'

const text = z.string()
const moment = z.string().regex(/^\d{4}-\d\d-\d\dT/)
const json = z.string().regex(/^\{/)
const bytes = z.instanceof(Uint8Array)
const key = bytes.refine((value) => value.length === 32)
const flag = z.union([z.literal(0), z.literal(1)])

/** What only this terminal knows, told apart by its shape: a page that lost its tree has no other name. */
const shapes = {
  device: z
    .tuple([
      z.null(),
      key,
      TerminalRole,
      Language,
      text.nullable(),
      z.int().min(0),
      text,
      json.nullable(),
      text.nullable(),
      text.nullable(),
      z.int().min(1),
      z.int().min(0),
      z.int().min(0),
      text.nullable(),
      flag,
    ])
    .rest(z.unknown()),
  outbox: z
    .tuple([
      z.null(),
      z.int().min(1).nullable(),
      z.uuid(),
      text,
      text,
      json,
      moment,
      z.enum(['waiting', 'acked', 'refused']),
      text.nullable(),
    ])
    .rest(z.unknown()),
  audit: z.tuple([z.null(), text, text.nullable(), text, text, z.string().length(64)]),
  print_job: z.tuple([
    z.null(),
    text,
    z.enum(['ticket', 'label', 'card', 'page']),
    text,
    text,
    z.int().min(1),
    json,
    z.string().length(64).nullable(),
    moment,
    z.enum(['queued', 'sending', 'printed', 'not-sent', 'uncertain', 'settled']),
    moment,
    text.nullable(),
    flag.nullable(),
  ]),
  desk_key: z.tuple([z.null(), key, z.string().length(4).nullable(), text.nullable(), text.nullable()]),
  operator_try: z.tuple([text, z.int().min(0), z.int(), z.int().min(0)]),
  token_block: z.tuple([text, z.iso.date(), z.int().min(1), text, z.int().min(1), z.int().min(1)]),
  card_blank: z.tuple([text, json, flag, z.enum(['temporary', 'permanent']).default('temporary')]),
} as const

type Shapes = typeof shapes
export type OwnName = keyof Shapes
export type OwnCells<Name extends OwnName> = z.output<Shapes[Name]>

export interface OwnRow<Name extends OwnName> {
  readonly rowid: number | null
  readonly cells: OwnCells<Name>
}

/** Those without row numbers lie in trees of another kind. */
const keyed: ReadonlySet<OwnName> = new Set(['operator_try', 'token_block', 'card_blank'])

/** The row when it is one of that table. */
export function ownRow<Name extends OwnName>(name: Name, { rowid, cells }: Row): OwnRow<Name> | null {
  if (keyed.has(name) !== (rowid === null)) return null
  const read = shapes[name].safeParse(cells)
  // The schema of a name gives the cells of that name; TypeScript cannot follow that through the index.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return read.success ? { rowid, cells: read.data as OwnCells<Name> } : null
}
