import type { Text } from '../../domain/text/catalogue.ts'

const groups = [
  'penicillin',
  'cephalosporin',
  'sulfonamide',
  'nsaid',
  'opioid',
  'local-anaesthetic',
  'fluoroquinolone',
  'macrolide',
  'iodine',
  'aromatic-anticonvulsant',
] as const

/** The spoken name of an allergy group; one that is new here keeps its code. */
export function groupText(t: Text, group: string): string {
  const known = groups.find((each) => each === group)
  return known === undefined ? group : t(`pharmacy.group.${known}`)
}
