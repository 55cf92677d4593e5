import { accessSync, constants, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Where Linux desktops and udisks put what is plugged in: a folder a person, a folder a stick. */
export const usualSticks: readonly string[] = ['/media/*/*', '/run/media/*/*']

/**
 * The sticks that are plugged in and may be written, by patterns whose `*` stands for one folder. A folder that is named
 * whole is taken as it is.
 */
export function sticksAt(patterns: readonly string[]): readonly string[] {
  return patterns.flatMap((pattern) => {
    const found = foldersLike(pattern).filter(isWritable)
    return pattern.includes('*') ? found.filter(isMount) : found
  })
}

function foldersLike(pattern: string): readonly string[] {
  return pattern
    .split('/')
    .reduce<readonly string[]>(
      (found, part) =>
        part === '*' ? found.flatMap(inside) : found.map((folder) => join(folder === '' ? '/' : folder, part)),
      [''],
    )
}

function inside(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(folder, name))
  } catch {
    return []
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return statSync(folder).isDirectory()
  } catch {
    return false
  }
}

/** Another file system than the folder it stands in: an empty mount point is no stick. */
const isMount = (folder: string): boolean => statSync(folder).dev !== statSync(dirname(folder)).dev
