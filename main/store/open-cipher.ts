import Database from 'better-sqlite3'

/** How long to wait for another process before saying that the store is in use, in milliseconds. */
export const PATIENCE = 250

/** SQLCipher 4 with a raw key: the key is random, so nothing is derived from it. */
export function openCipher(path: string, key: Uint8Array): Database.Database {
  const database = new Database(path, { timeout: PATIENCE })
  database.pragma(`cipher = 'sqlcipher'`)
  database.pragma('legacy = 4')
  database.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`)
  return database
}
