import { setImmediate as otherWork } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'

import { openBeside } from '../../../main/store/database.ts'

/** Writes over every page and brings the log back, over and over, until it is told to end. */
const port = parentPort
const { folder, key }: { readonly folder: string; readonly key: Uint8Array } = workerData
const database = openBeside(folder, key)
const ending = new AbortController()
port?.once('message', () => ending.abort())
let rounds = 0
for (; !ending.signal.aborted; rounds += 1) {
  database.exec('UPDATE much SET filler = randomblob(3000) WHERE n % 4 = abs(random()) % 4')
  database.pragma('wal_checkpoint(PASSIVE)')
  await otherWork()
}
database.close()
port?.postMessage(rounds)
