import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { Language } from '../domain/language.ts'

const fileIn = (folder: string): string => join(folder, 'language')

/** The language this terminal last spoke. It lies outside the database, so that even "the key does not fit" is understood. */
export function lastLanguage(folder: string): Language {
  try {
    return Language.catch('en').parse(readFileSync(fileIn(folder), 'utf8').trim())
  } catch {
    return 'en'
  }
}

/** Remembers it; a disk that is full or read-only costs no more than the memory. */
export function rememberLanguage(folder: string, language: unknown): void {
  const known = Language.safeParse(language)
  if (!known.success) return
  try {
    writeFileSync(fileIn(folder), known.data)
  } catch {
    // The next start then speaks English on a screen that says why the data cannot be opened.
  }
}
