import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Language, OwnScript } from '../../../domain/language.ts'
import type { CardLetter, CardPaper, LargeCard, StickerSheet } from '../../../domain/print/document.ts'
import { paper } from './fixture.ts'

export const address = {
  house: 'H. No. 1423/7, Gali Kucha Chelan',
  locality: 'Daryaganj',
  district: 'central',
  pin: '110002',
} as const

const own: Readonly<Record<Language, { readonly script: OwnScript; readonly text: string } | null>> = {
  en: null,
  hi: { script: 'Deva', text: 'वेंकट सत्यनारायण लक्ष्मीनरसिम्हा राव' },
  pa: { script: 'Guru', text: 'ਵੇਂਕਟ ਸਤਿਆਨਾਰਾਇਣ ਲਕਸ਼ਮੀਨਰਸਿਮ੍ਹਾ ਰਾਓ' },
  ur: { script: 'Arab', text: 'محمد عبدالقادر صدیقی خان بہادر الحسینی' },
}

/** Everything that may stand on a card, as long as it gets. */
export const fullCard = (language: Language): CardPaper => ({
  ...paper,
  language,
  name: { latin: 'Venkata Satyanarayana Lakshminarasimha Rao', own: own[language] },
  guardian: { relation: 'father', name: 'Venkata Ramakrishna Paramahamsa Rao' },
  term: 'temporary',
  bloodGroup: 'AB-',
  abha: '91123456789012',
  copy: 2,
})

export const largeCard = (language: Language): LargeCard => ({
  ...fullCard(language),
  kind: 'large-card',
  address,
  allergies: ['Penicillin', 'Groundnut'],
})

export const stickers = (language: Language): StickerSheet => ({
  kind: 'sticker-sheet',
  language,
  initials: 'G. K.',
  shortCode: paper.shortCode,
  issued: paper.issued,
  code: paper.code,
  copy: 1,
})

export function letter(language: Language): CardLetter {
  const { facility, name, guardian, shortCode, issued, expires, term, copy } = fullCard(language)
  return {
    kind: 'card-letter',
    language,
    facility,
    name,
    guardian,
    address,
    shortCode,
    issued,
    expires,
    term,
    copy,
  }
}

const steering = /[\u202a-\u202e\u2066-\u2069]/g

/** What Poppler, nobody's but its own judge, reads in a PDF on one line; null where it is not installed. */
export const readBack = (pdf: Uint8Array): string | null =>
  run('pdftotext', ['-', '-'], pdf)?.replace(steering, '').replace(/\s+/g, ' ') ?? null

/** How tall the box of a word's letters is, in points; null where Poppler is not installed. */
export function wordHeight(pdf: Uint8Array, word: string): number | null {
  const said = run('pdftotext', ['-bbox', '-', '-'], pdf)
  if (said === null) return null
  const box = said.split('\n').find((line) => line.includes(`>${word}<`)) ?? ''
  const [low, high] = [/yMin="([\d.]+)"/, /yMax="([\d.]+)"/].map((edge) => Number(edge.exec(box)?.[1]))
  return (high ?? NaN) - (low ?? NaN)
}

export const infoOf = (pdf: Uint8Array): string | null => run('pdfinfo', ['-f', '1', '-l', '9', '-'], pdf)

/** The texts of the symbols that zbar finds on each page, or each odd one, set as a printer of so few dots would. */
export function symbolsOn(
  pdf: Uint8Array,
  dpi: number,
  which: 'every' | 'odd' = 'every',
): readonly (readonly string[])[] | null {
  const folder = mkdtempSync(join(tmpdir(), 'papers-'))
  try {
    writeFileSync(join(folder, 'paper.pdf'), pdf)
    const only = which === 'odd' ? ['-o'] : []
    const drawn = ['-r', String(dpi), '-gray', ...only, join(folder, 'paper.pdf'), join(folder, 'page')]
    if (run('pdftoppm', drawn) === null) return null
    const pages = readdirSync(folder)
      .filter((name) => name.endsWith('.pgm'))
      .toSorted()
    const seen = run('zbarimg', ['-q', '--xml', '-Sdisable', '-Sqr.enable', ...pages.map((page) => join(folder, page))])
    if (seen === null) return null
    return pages.map((page) => {
      const source = seen.split('<source ').find((part) => part.includes(page)) ?? ''
      return [...source.matchAll(/<data><!\[CDATA\[(.*?)\]\]><\/data>/gs)].map(([, data = '']) => data)
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Null where the tool is not installed; a page without a symbol is nothing to zbar, which it says with 4. */
function run(tool: string, args: readonly string[], input?: Uint8Array): string | null {
  try {
    return execFileSync(tool, args, { encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'], ...(input && { input }) })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    if (error instanceof Error && 'stdout' in error && 'status' in error && error.status === 4)
      return String(error.stdout)
    throw error
  }
}
