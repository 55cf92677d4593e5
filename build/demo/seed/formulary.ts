import { EMERGENCY_GROUP } from '../../../domain/pharmacy/emergency-rule.ts'
import { checkDigitOf } from '../../../domain/pharmacy/gtin.ts'
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

/** What the hospital lets two people give for a day without a right: a missed dose of these does harm. None is a controlled drug. */
const cannotWait: ReadonlySet<string> = new Set([
  'Acetylsalicylic acid',
  'Amlodipine',
  'Budesonide',
  'Carbamazepine',
  'Clopidogrel',
  'Digoxin',
  'Furosemide',
  'Glyceryl trinitrate',
  'Insulin intermediate acting (NPH)',
  'Insulin premix 30:70',
  'Insulin soluble',
  'Isosorbide dinitrate',
  'Levetiracetam',
  'Levodopa + Carbidopa',
  'Levothyroxine',
  'Metformin',
  'Metoprolol',
  'Oral rehydration salts',
  'Paracetamol',
  'Phenytoin',
  'Prednisolone',
  'Salbutamol',
  'Sodium valproate',
  'Tenofovir + Lamivudine + Dolutegravir',
  'Warfarin',
])

/** How many units stand in the smallest pack of a form; a bottle is as many millilitres. */
const unitsIn: Readonly<Record<string, number>> = { tablet: 10, capsule: 10, syrup: 60, suspension: 30, solution: 100 }

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
      groups: [...(groups === '' ? [] : groups.split(' ')), ...(cannotWait.has(name) ? [EMERGENCY_GROUP] : [])],
      shelf: shelfAt(index),
      packs: packsOf(index, form),
    })
  })

/** Two packs a line, one unit and ten, under numbers that GS1 keeps for use inside one house (prefix 20): nobody's. */
function packsOf(index: number, form: string): Medicine['packs'] {
  const units = unitsIn[form] ?? 1
  return [1, 10].map((times) => {
    const body = `02001${String(index).padStart(6, '0')}${String(times).padStart(2, '0')}`
    return { gtin: body + checkDigitOf(body), units: units * times }
  })
}

function shelfAt(index: number): string {
  const rack = String.fromCodePoint(65 + Math.floor(index / boxesOnARack))
  return `${rack} ${String((index % boxesOnARack) + 1).padStart(2, '0')}`
}
