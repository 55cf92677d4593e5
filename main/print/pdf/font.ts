import { readFileSync } from 'node:fs'

import { create } from 'fontkit'
import { Blob, Buffer, ClusterLevel, Face, Font, shape } from 'harfbuzzjs'

import type { OwnScript } from '../../../domain/language.ts'

export type Script = 'Latn' | OwnScript
export type Weight = 400 | 600 | 700
export type FontName = `${Script}-${Weight}`

/** The path of a whole TrueType file for each script and weight. */
export type FontFiles = Readonly<Record<FontName, string>>

interface Glyph {
  readonly id: number
  /** Where in the text the letters of this glyph begin. */
  readonly cluster: number
  readonly advanceWidth: number
  readonly codePoints: readonly number[]
}

interface Position {
  xAdvance: number
  yAdvance: number
  xOffset: number
  yOffset: number
}

export interface ShapedRun {
  readonly glyphs: readonly Glyph[]
  readonly positions: readonly Position[]
  readonly advanceWidth: number
}

/** What pdfkit asks of a font; it scales the positions in place and then reads the width again. */
export interface EmbeddableFont {
  readonly unitsPerEm: number
  layout: (text: string) => ShapedRun
}

const opened = new Map<string, EmbeddableFont>()

/** A font that pdfkit embeds and HarfBuzz shapes: fontkit's own shaper throws on Gurmukhi and breaks Nastaliq. */
export function openFont(path: string): EmbeddableFont {
  const known = opened.get(path)
  if (known !== undefined) return known
  const bytes = Uint8Array.from(readFileSync(path))
  const harfBuzz = new Font(new Face(new Blob(bytes)))
  const font = create(bytes)
  font.layout = (text: string) => shapeRun(harfBuzz, text)
  opened.set(path, font)
  return font
}

/** Width of a run in ems. */
export function widthOf(font: EmbeddableFont, text: string): number {
  return font.layout(text).advanceWidth / font.unitsPerEm
}

function shapeRun(font: Font, text: string): ShapedRun {
  const buffer = new Buffer()
  // Marks keep their own place in the text: a reader turns the letters of Urdu around one by one.
  if (/\p{Script=Arab}/u.test(text)) buffer.setClusterLevel(ClusterLevel.MONOTONE_CHARACTERS)
  buffer.addText(text)
  buffer.guessSegmentProperties()
  shape(font, buffer)
  const infos = buffer.getGlyphInfos()
  const letters = lettersByCluster(
    text,
    infos.map((info) => info.cluster),
  )
  const positions = buffer.getGlyphPositions().map(({ xAdvance, xOffset, yOffset }) => ({
    xAdvance,
    yAdvance: 0,
    xOffset,
    yOffset,
  }))
  return {
    glyphs: infos.map(({ codepoint: id, cluster }) => ({
      id,
      cluster,
      advanceWidth: font.glyphHAdvance(id),
      codePoints: letters(cluster),
    })),
    positions,
    get advanceWidth() {
      return positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0)
    },
  }
}

/** The letters behind each cluster, given to its first glyph only, so that a copied text has each letter once. */
function lettersByCluster(text: string, clusters: readonly number[]): (cluster: number) => number[] {
  const starts = [...new Set(clusters)].toSorted((one, other) => one - other)
  const given = new Set<number>()
  return (cluster) => {
    if (given.has(cluster)) return []
    given.add(cluster)
    const end = starts[starts.indexOf(cluster) + 1] ?? text.length
    return Array.from(text.slice(cluster, end), (letter) => letter.codePointAt(0) ?? 0)
  }
}
