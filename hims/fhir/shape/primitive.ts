import { z } from 'zod'

const text = (pattern: RegExp): z.ZodType<string> => z.string().max(1_000_000).regex(pattern)

const year = String.raw`\d{4}`
const month = String.raw`(?:0[1-9]|1[0-2])`
const day = String.raw`(?:0[1-9]|[12]\d|3[01])`
const clock = String.raw`(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d{1,9})?`
const zone = String.raw`(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)`
const uri = text(/^\S+$/)
const words = text(/\S/)

/** The primitive types of FHIR R4, as its page on data types writes their patterns. */
export const primitives: Readonly<Record<string, z.ZodType>> = {
  boolean: z.boolean(),
  integer: z.int32(),
  unsignedInt: z.int32().min(0),
  positiveInt: z.int32().min(1),
  decimal: z.number(),
  string: words,
  markdown: words,
  /** No script, no handler, no frame: a browser somewhere may show it. */
  xhtml: text(/^\s*<div(?:\s|>|\/)/).refine(
    (div) => !/<(?:script|iframe|object|embed|form)|\son\w+\s*=|javascript:/i.test(div),
  ),
  code: text(/^\S+(?: \S+)*$/),
  id: text(/^[A-Za-z0-9.-]{1,64}$/),
  uri,
  url: uri,
  canonical: uri,
  oid: text(/^urn:oid:[0-2](?:\.(?:0|[1-9]\d*))+$/),
  uuid: text(/^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  base64Binary: text(/^[\s0-9A-Za-z+/]+={0,2}\s*$/),
  date: text(new RegExp(`^${year}(?:-${month}(?:-${day})?)?$`)),
  dateTime: text(new RegExp(`^${year}(?:-${month}(?:-${day}(?:T${clock}${zone})?)?)?$`)),
  instant: text(new RegExp(`^${year}-${month}-${day}T${clock}${zone}$`)),
  time: text(new RegExp(`^${clock}$`)),
}
