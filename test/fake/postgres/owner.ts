import { execFileSync, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { chownSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The user that PostgreSQL runs as; empty when it is the one who runs the tests. */
export type Owner = { readonly uid: number; readonly gid: number } | Record<string, never>

/** PostgreSQL refuses to run as root: then it is the system's user `postgres`, which is made if need be. */
export function postgresOwner(): Owner {
  if (process.getuid?.() !== 0) return {}
  const known = userNamed('postgres')
  if (known !== null) return known
  try {
    execFileSync('useradd', ['--system', '--no-create-home', '--user-group', 'postgres'], { stdio: 'ignore' })
  } catch (error) {
    // Another test may have made it in the meantime.
    if (userNamed('postgres') === null) throw error
  }
  return userNamed('postgres') ?? {}
}

function userNamed(name: string): Owner | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid === undefined || gid === undefined ? null : { uid: Number(uid), gid: Number(gid) }
}

/** Hands a folder with all that is in it over to the owner. */
export function giveTo(owner: Owner, folder: string): void {
  if (owner.uid === undefined || owner.gid === undefined) return
  chownSync(folder, owner.uid, owner.gid)
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    chownSync(join(folder, entry), owner.uid, owner.gid)
  }
}

const environment = { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C', TZ: 'UTC' }

export const spawnAs = (owner: Owner, program: string, args: readonly string[]): ChildProcess =>
  spawn(program, args, { ...owner, cwd: '/', env: environment, stdio: ['ignore', 'ignore', 'pipe'] })

/** Runs a program to its end; throws with what it complained of. */
export function runAs(owner: Owner, program: string, args: readonly string[]): Promise<void> {
  const child = spawnAs(owner, program, args)
  let said = ''
  child.stderr?.on('data', (text: Buffer) => void (said += String(text)))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}: ${said}`))))
  })
}
