import { normalise } from './normalise.ts'
import { remembered } from './remembered.ts'

/** A text's words as they are compared. Few pieces make up all names, so each is worked out once. */
export const wordsOf = (text: string): readonly string[] => text.split(' ').flatMap(wordsIn)

const wordsIn = remembered((piece): readonly string[] => normalise(piece).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [])
