import type { Person } from '../../domain/person/person.ts'
import { foldName } from '../../domain/search/fold.ts'
import { normalise } from '../../domain/search/normalise.ts'
import { remembered } from '../../domain/search/remembered.ts'

/** A piece of a text between two spaces, as it is looked for. */
export interface Piece {
  readonly plain: string
  readonly keys: readonly string[]
}

const pieceOf = remembered((text): Piece => ({
  plain: normalise(text),
  keys: foldName(text),
}))

/** Few pieces make up all names, so each is worked out once. */
export const piecesOf = (text: string): readonly Piece[] => text.split(' ').map(pieceOf)

/** The columns that a person is found by. */
export interface NameCells {
  readonly words: string
  readonly folds: string
  readonly whole: string
}

/** The cells of the person who was asked for last, because one row asks for them three times. */
let last: { readonly name: Person['name']; readonly cells: NameCells } | null = null

export function nameCells({ name, unidentified }: Person): NameCells {
  if (last?.name === name) return last.cells
  const latin = piecesOf(name.latin)
  const own = name.own === null ? [] : piecesOf(name.own.text)
  // Whoever came unknown is asked for by the code on the wristband, whatever they are called since.
  const called = unidentified === undefined ? [] : piecesOf(unidentified.code)
  const all = [...latin, ...own, ...called]
  const cells = {
    words: joined(all.map(({ plain }) => plain)),
    folds: [...new Set(all.flatMap(({ keys }) => keys))].join(' '),
    whole: latin
      .flatMap(({ keys }) => keys)
      .toSorted()
      .join(' '),
  }
  last = { name, cells }
  return cells
}

const joined = (texts: readonly string[]): string => texts.filter((text) => text !== '').join(' ')
