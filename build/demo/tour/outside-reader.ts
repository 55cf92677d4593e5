import { spawnSync } from 'node:child_process'

/** What `zbarimg` reads in a picture; null where it is not installed or sees nothing. */
export function readByZbar(png: string): string | null {
  const { status, stdout } = spawnSync('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', png], {
    encoding: 'utf8',
  })
  return status === 0 ? stdout.trim() : null
}

export const hasZbar = (): boolean => spawnSync('zbarimg', ['--version'], { stdio: 'ignore' }).status === 0
