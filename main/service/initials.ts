import type { Person } from '../../domain/person/person.ts'

/** `G. K.`: what a paper that others may see calls a person. */
export const initialsOf = ({ name }: Person): string =>
  name.latin
    .split(/\s+/)
    .map((word) => `${Array.from(word)[0]?.toUpperCase() ?? ''}.`)
    .slice(0, 3)
    .join(' ')
