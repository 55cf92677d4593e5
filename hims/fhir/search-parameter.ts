import type { Parameter } from '../clinical/parameter.ts'

const kinds = ['token', 'reference', 'date', 'string'] as const

/** Reads `token code component.code`: what it looks for, and where. */
export function parameter(text: string): Parameter {
  const [first, ...paths] = text.split(' ')
  const kind = kinds.find((one) => one === first)
  if (kind === undefined || paths.length === 0) throw new Error(`Not a search parameter: ${text}`)
  return { kind, paths }
}
