import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { constants, zstdCompressSync } from 'node:zlib'

import { packedLessons } from '../domain/name/learnt.ts'

const root = join(import.meta.dirname, '..')
const cache = join(root, 'node_modules/.cache/names')

/** What the lessons are made of: the table, and the code that learns. */
const sources = ['domain/name/**/*.ts', 'domain/search/*.ts', 'domain/*.ts']

function versionOf(): string {
  const hash = createHash('sha256')
  for (const file of globSync(sources, { cwd: root }).toSorted())
    hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex').slice(0, 20)
}

/** The file of what the table of names teaches, learnt when it is first wanted or the table has changed. */
export async function lessonsFile(): Promise<string> {
  const file = join(cache, `${versionOf()}.bin`)
  if (existsSync(file)) return file
  mkdirSync(cache, { recursive: true })
  // Ten seconds of work: in a process of its own, since others are waited for meanwhile.
  const child = spawn(process.execPath, [import.meta.filename, file], { stdio: 'inherit' })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`Names could not be learnt: ${code}`)
  return file
}

/** Puts the lessons where the app reads them. */
export async function copyLessons(to: string): Promise<void> {
  const file = await lessonsFile()
  mkdirSync(dirname(to), { recursive: true })
  copyFileSync(file, to)
}

if (import.meta.main) {
  const [file = ''] = process.argv.slice(2)
  const packed = zstdCompressSync(packedLessons(), { params: { [constants.ZSTD_c_compressionLevel]: 12 } })
  for (const old of globSync('*.bin', { cwd: cache })) rmSync(join(cache, old))
  // Two may learn at once; whoever is last puts the same there.
  const half = `${file}.${process.pid}`
  writeFileSync(half, packed)
  renameSync(half, file)
}
