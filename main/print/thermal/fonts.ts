import { join } from 'node:path'

import { GlobalFonts } from '@napi-rs/canvas'

export const weights = ['regular', 'strong', 'heavy'] as const
export type Weight = (typeof weights)[number]

/** A list of families for each weight: Latin first, so that digits look the same in every language. */
export type Families = Readonly<Record<Weight, string>>

type Face = { readonly family: string; readonly weight: Weight; readonly file: string }

/** The faces that paper is set in, as files of the `@expo-google-fonts` packages (whole TTFs, OFL-1.1). */
export const ticketFaces: readonly Face[] = [
  { family: 'ticket-latin', weight: 'regular', file: 'noto-sans/400Regular/NotoSans_400Regular.ttf' },
  { family: 'ticket-latin', weight: 'strong', file: 'noto-sans/600SemiBold/NotoSans_600SemiBold.ttf' },
  { family: 'ticket-latin', weight: 'heavy', file: 'noto-sans/800ExtraBold/NotoSans_800ExtraBold.ttf' },
  deva('regular', '400Regular'),
  deva('strong', '600SemiBold'),
  deva('heavy', '800ExtraBold'),
  guru('regular', '400Regular'),
  guru('strong', '600SemiBold'),
  guru('heavy', '800ExtraBold'),
  nastaliq('regular', '400Regular'),
  nastaliq('strong', '600SemiBold'),
  nastaliq('heavy', '700Bold'),
]

function deva(weight: Weight, style: string): Face {
  const file = `noto-sans-devanagari/${style}/NotoSansDevanagari_${style}.ttf`
  return { family: 'ticket-devanagari', weight, file }
}

function guru(weight: Weight, style: string): Face {
  return { family: 'ticket-gurmukhi', weight, file: `noto-sans-gurmukhi/${style}/NotoSansGurmukhi_${style}.ttf` }
}

function nastaliq(weight: Weight, style: string): Face {
  return { family: 'ticket-nastaliq', weight, file: `noto-nastaliq-urdu/${style}/NotoNastaliqUrdu_${style}.ttf` }
}

/** Loads the faces from a folder laid out like `@expo-google-fonts`; a missing face is a broken installation. */
export function registerFonts(folder: string): Families {
  for (const face of ticketFaces) {
    const alias = `${face.family}-${face.weight}`
    if (GlobalFonts.has(alias)) continue
    if (GlobalFonts.registerFromPath(join(folder, face.file), alias) === null) {
      throw new Error(`No font at ${join(folder, face.file)}`)
    }
  }
  const list = (weight: Weight): string =>
    ticketFaces
      .filter((face) => face.weight === weight)
      .map((face) => `${face.family}-${weight}`)
      .join(', ')
  return { regular: list('regular'), strong: list('strong'), heavy: list('heavy') }
}
