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
  'ace-inhibitor',
  'benzodiazepine',
  'beta-blocker',
  'heparin',
  'statin',
  'sulfonylurea',
  'thiazide',
] as const

/** The spoken name of a group of the formulary; one that is new here keeps its code. */
export function groupText(t: Text, group: string): string {
  const known = groups.find((each) => each === group)
  return known === undefined ? group : t(`pharmacy.group.${known}`)
}
