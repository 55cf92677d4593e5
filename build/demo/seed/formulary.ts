import { Medicine } from '../../../domain/pharmacy/medicine.ts'
import { chronicLines } from './formulary-chronic.ts'
import { commonLines } from './formulary-common.ts'
import { infectionLines } from './formulary-infection.ts'

const boxesOnARack = 26

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** How a line is named in `code`: the name, the strength and the form. */
export const medicineCode = (name: string, strength: string, form: string): string =>
  slug(`${name} ${strength} ${form}`).slice(0, 80)

/** Lines of India's National List of Essential Medicines 2022, in the order of the shelves. */
export const formulary: readonly Medicine[] = [infectionLines, chronicLines, commonLines]
  .flatMap((lines) => lines.split('\n').filter((line) => line !== ''))
  .map((line, index) => {
    const [name = '', strength = '', form = '', groups = ''] = line.split('|')
    return Medicine.parse({
      code: medicineCode(name, strength, form),
      name,
      strength,
      form,
      groups: groups === '' ? [] : groups.split(' '),
      shelf: shelfAt(index),
    })
  })

function shelfAt(index: number): string {
  const rack = String.fromCodePoint(65 + Math.floor(index / boxesOnARack))
  return `${rack} ${String((index % boxesOnARack) + 1).padStart(2, '0')}`
}
