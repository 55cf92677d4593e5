import type { Medicine } from './medicine.ts'

/**
 * Narcotic and psychotropic substances of the National List of Essential Medicines 2022, by the Narcotic Drugs and
 * Psychotropic Substances Act, 1985: none of them is ever given without its prescription's right.
 */
const substances = [
  'alprazolam',
  'buprenorphine',
  'clobazam',
  'clonazepam',
  'codeine',
  'diazepam',
  'fentanyl',
  'ketamine',
  'lorazepam',
  'methadone',
  'midazolam',
  'morphine',
  'nitrazepam',
  'pentazocine',
  'pethidine',
  'phenobarbital',
  'phenobarbitone',
  'tramadol',
  'zolpidem',
]

const groups: ReadonlySet<string> = new Set(['opioid', 'benzodiazepine'])

export const isControlled = (medicine: Pick<Medicine, 'name' | 'groups'>): boolean =>
  medicine.groups.some((group) => groups.has(group)) ||
  substances.some((substance) => medicine.name.toLowerCase().includes(substance))
