import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { refusing } from './unsupported.ts'

export interface SafeStorage {
  isEncryptionAvailable(): boolean
  isAsyncEncryptionAvailable(): Promise<boolean>
  encryptString(plainText: string): Buffer
  decryptString(encrypted: Buffer): string
  encryptStringAsync(plainText: string): Promise<Buffer>
  decryptStringAsync(encrypted: Buffer): Promise<{ readonly result: string; readonly shouldReEncrypt: boolean }>
  getSelectedStorageBackend(): 'basic_text' | 'unknown'
}

const MARK = Buffer.from('host1')
const NONCE = 12
const TAG = 16
const BODY = MARK.length + NONCE + TAG

/** A key beside the data keeps nothing secret, and the backend's name says so: an app that cares must refuse it. */
export function createSafeStorage(isReady: () => boolean, userData: () => string): SafeStorage {
  const key = (): Buffer => {
    if (!isReady()) throw new Error('safeStorage cannot be used before app is ready')
    const file = join(userData(), 'host-safe-storage.key')
    if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600 })
    return readFileSync(file)
  }
  const encryptString = (plainText: string) => {
    const nonce = randomBytes(NONCE)
    const cipher = createCipheriv('aes-256-gcm', key(), nonce)
    const body = Buffer.concat([cipher.update(plainText, 'utf8'), cipher.final()])
    return Buffer.concat([MARK, nonce, cipher.getAuthTag(), body])
  }
  const decryptString = (encrypted: Buffer) => {
    if (!encrypted.subarray(0, MARK.length).equals(MARK))
      throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.')
    const decipher = createDecipheriv('aes-256-gcm', key(), encrypted.subarray(MARK.length, MARK.length + NONCE))
    decipher.setAuthTag(encrypted.subarray(MARK.length + NONCE, BODY))
    return decipher.update(encrypted.subarray(BODY), undefined, 'utf8') + decipher.final('utf8')
  }
  return refusing('safeStorage', {
    isEncryptionAvailable: isReady,
    isAsyncEncryptionAvailable: async () => isReady(),
    encryptString,
    decryptString,
    encryptStringAsync: async (plainText) => encryptString(plainText),
    decryptStringAsync: async (encrypted) => ({ result: decryptString(encrypted), shouldReEncrypt: false }),
    getSelectedStorageBackend: () => (isReady() ? 'basic_text' : 'unknown'),
  })
}
