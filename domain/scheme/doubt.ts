/** Something to mend, at a path of the rule file. */
export interface Doubt {
  readonly kind: 'error' | 'warning'
  readonly path: readonly PropertyKey[]
  readonly text: string
}

export const error = (path: readonly PropertyKey[], text: string): Doubt => ({ kind: 'error', path, text })
export const warning = (path: readonly PropertyKey[], text: string): Doubt => ({ kind: 'warning', path, text })
