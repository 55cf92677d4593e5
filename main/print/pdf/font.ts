import { readFileSync } from 'node:fs'

import { Blob, Buffer, ClusterLevel, Direction, Face, Font, shape } from 'harfbuzzjs'

import type { OwnScript } from '../../../domain/language.ts'
import { cellsOf, withoutLastMarks } from './cell.ts'
import type { Cell, Shaped } from './cell.ts'
import { readTrueType } from './true-type.ts'
import type { TrueType } from './true-type.ts'

export type Script = 'Latn' | OwnScript
export type Weight = 400 | 600 | 700
export type FontName = `${Script}-${Weight}`

/** The path of a whole TrueType file for each script and weight. */
export type FontFiles = Readonly<Record<FontName, string>>

export interface RunShape {
  /** From left to right. */
  readonly cells: readonly Cell[]
  /** Marks to show after them, at their left edge. */
  readonly marks: readonly Cell[]
  /** Font units. */
  readonly advance: number
}

/** A font file that HarfBuzz shapes with: fontkit's own shaper throws on Gurmukhi and breaks Nastaliq. */
export interface OpenFont {
  readonly file: TrueType
  readonly unitsPerEm: number
  /** Shapes letters of one script and direction. */
  readonly shape: (text: string, script: Script, rightToLeft: boolean) => RunShape
  /** A glyph's outline as an SVG path, upwards from the baseline. */
  readonly path: (glyph: number) => string
}

const opened = new Map<string, OpenFont>()

/** Reads each file once in the life of the process. */
export function openFont(path: string): OpenFont {
  const known = opened.get(path)
  if (known !== undefined) return known
  const bytes = Uint8Array.from(readFileSync(path))
  const file = readTrueType(bytes)
  const font = new Font(new Face(new Blob(bytes)))
  const open: OpenFont = {
    file,
    unitsPerEm: file.unitsPerEm,
    shape(text, script, rightToLeft) {
      const glyphs = shapeRun(font, text, script, rightToLeft)
      const cells = cellsOf(text, glyphs, { rightToLeft, unitsPerEm: file.unitsPerEm, advanceOf: file.advance })
      const parted = rightToLeft ? withoutLastMarks(cells) : { cells, marks: [] }
      return { ...parted, advance: glyphs.reduce((sum, { advance }) => sum + advance, 0) }
    },
    path: (glyph) => font.glyphToPath(glyph),
  }
  opened.set(path, open)
  return open
}

const buffer = new Buffer()

function shapeRun(font: Font, text: string, script: Script, rightToLeft: boolean): readonly Shaped[] {
  buffer.clearContents()
  // In Urdu each letter counts for itself, marks too: a reader turns the letters around one by one.
  buffer.setClusterLevel(rightToLeft ? ClusterLevel.MONOTONE_CHARACTERS : ClusterLevel.MONOTONE_GRAPHEMES)
  buffer.addText(text)
  buffer.setDirection(rightToLeft ? Direction.RTL : Direction.LTR)
  buffer.setScript(script)
  shape(font, buffer)
  const positions = buffer.getGlyphPositions()
  return buffer.getGlyphInfos().map(({ codepoint: glyph, cluster }, place) => {
    const { xAdvance: advance = 0, xOffset: x = 0, yOffset: y = 0 } = positions[place] ?? {}
    return { glyph, cluster, advance, x, y }
  })
}
