import { spawn } from 'node:child_process'
import { join } from 'node:path'

import { makePeople } from '../../../build/demo/seed/people.ts'
import { randomFrom } from '../../../build/demo/seed/random.ts'
import type { Person } from '../../../domain/person/person.ts'

export interface Feed {
  readonly hims: string
  /** The people that it gives. */
  readonly people: readonly Person[]
  readonly stop: () => void
}

/** A process of its own that gives so many people, on loopback. */
export async function startFeed(count: number, page = 5000): Promise<Feed> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'feed-process.ts'), String(count), String(page)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const port = new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (text: Buffer) => resolve(text.toString().trim()))
    child.once('exit', () => reject(new Error('The feed ended')))
  })
  const people = makePeople(randomFrom('bench/feed'), '2026-11-22', count)
  return { hims: `http://127.0.0.1:${await port}`, people, stop: () => child.stdin.end() }
}
