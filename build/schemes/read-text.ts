import { readFileSync } from 'node:fs'

/** A file's text; null, and a sentence on the error output, when there is none to be read. */
export function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    console.error(`${path}: ${cause instanceof Error ? cause.message : String(cause)}`)
    return null
  }
}
