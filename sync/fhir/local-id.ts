import { createHash } from 'node:crypto'

const uuidV7Text = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/**
 * What a terminal calls a resource of a FHIR server: its own id where that is a UUID of version 7, else one in that shape
 * which follows from it, so that every terminal finds the same one.
 */
export function localId(type: string, id: string): string {
  if (uuidV7Text.test(id)) return id
  const hex = createHash('sha256').update(`${type}/${id}`).digest('hex')
  const variant = ((parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`
}

/** The code of a hospital or department: at most 32 small letters, digits and hyphens. */
export const localCode = (type: string, id: string): string =>
  /^[a-z0-9-]{1,32}$/.test(id) ? id : localId(type, id).replaceAll('-', '')
