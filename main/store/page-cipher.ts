import { createDecipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto'

/** Bytes of one page of the database, and of the salt that its first page begins with. */
export const PAGE = 4096
export const SALT = 16

const IV = 16
const MAC = 64
/** What SQLCipher 4 keeps at the end of every page: its vector and its code. */
export const RESERVED = IV + MAC
const BODY = PAGE - RESERVED

/** The pages of one database as SQLCipher 4 writes them, read without SQLite: one bad page leaves the others readable. */
export interface PageCipher {
  /** Whether this is what was once written as page `number`, to the bit. */
  authentic(page: Uint8Array, number: number): boolean
  /** The page in the clear, or null when it isn't authentic. */
  open(page: Uint8Array, number: number): Buffer | null
}

/** https://www.zetetic.net/sqlcipher/design: AES-256-CBC, HMAC-SHA512 over text, vector and page number. */
export function pageCipher(key: Uint8Array, salt: Uint8Array): PageCipher {
  const macSalt = salt.map((byte) => byte ^ 0x3a)
  const macKey = pbkdf2Sync(key, macSalt, 2, 32, 'sha512')
  const authentic = (page: Uint8Array, number: number): boolean => {
    if (page.length !== PAGE) return false
    const counted = Buffer.alloc(4)
    counted.writeUInt32LE(number)
    const signed = page.subarray(number === 1 ? SALT : 0, PAGE - MAC)
    const code = createHmac('sha512', macKey).update(signed).update(counted).digest()
    return timingSafeEqual(code, page.subarray(PAGE - MAC))
  }
  return {
    authentic,
    open(page, number) {
      if (!authentic(page, number)) return null
      const start = number === 1 ? SALT : 0
      const decipher = createDecipheriv('aes-256-cbc', key, page.subarray(BODY, BODY + IV)).setAutoPadding(false)
      const clear = Buffer.concat([decipher.update(page.subarray(start, BODY)), decipher.final()])
      const head = number === 1 ? [Buffer.from('SQLite format 3\0')] : []
      return Buffer.concat([...head, clear, Buffer.alloc(RESERVED)])
    },
  }
}
