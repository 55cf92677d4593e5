import Database from 'better-sqlite3'
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'

/** Locks and the index of the log are of a running process; the reserve is 64 MiB of nothing. */
const isOfTheDisk = (name: string): boolean => name !== 'in-use' && name !== 'reserve' && !name.endsWith('-shm')

/** What a killed process, or a copy made while it runs, leaves behind. */
export function copyDisk(from: string, to: string, isWanted = isOfTheDisk): void {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.isFile() && isWanted(entry.name)) copyFileSync(join(from, entry.name), join(to, entry.name))
  }
}

/** Only the database of a terminal, not what lies beside it. */
export const isDatabase = (name: string): boolean => name.startsWith('terminal.db') && isOfTheDisk(name)

/** A reserve without its bytes: none is written, and there is one to give up. */
export const emptyReserve = (folder: string): void => writeFileSync(join(folder, 'reserve'), '')

export const removeDisk = (folder: string): void => rmSync(folder, { recursive: true, force: true })

const full = new Set<string>()

/** From now on nothing more can be committed in this folder, until it is emptied. */
export const fillDisk = (folder: string): void => void full.add(folder + sep)
export const emptyDisk = (folder: string): void => void full.delete(folder + sep)

/** Every transaction of a database in a full folder fails at its end, as the last page finds no room. */
export function watchDisks(): void {
  // oxlint-disable-next-line typescript/unbound-method
  const { transaction } = Database.prototype
  Object.assign(Database.prototype, {
    transaction(this: Database.Database, work: (...given: unknown[]) => unknown) {
      const { name } = this
      return transaction.call(this, (...given: unknown[]) => {
        const value = work(...given)
        for (const folder of full) {
          if (name.startsWith(folder)) throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL')
        }
        return value
      })
    },
  })
}
