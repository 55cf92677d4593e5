import { normalise } from '../search/normalise.ts'
import type { Medicine } from './medicine.ts'

/** What people say and older books print, and the International Nonproprietary Name (WHO) or the one of India's list. */
const otherNames: Readonly<Record<string, string>> = {
  acetaminophen: 'paracetamol',
  acyclovir: 'aciclovir',
  amoxycillin: 'amoxicillin',
  aspirin: 'acetylsalicylic acid',
  cotrimoxazole: 'sulfamethoxazole trimethoprim',
  epinephrine: 'adrenaline',
  frusemide: 'furosemide',
  isabgol: 'ispaghula',
  lidocaine: 'lignocaine',
  nitroglycerin: 'glyceryl trinitrate',
  ors: 'oral rehydration salts',
  phenobarbitone: 'phenobarbital',
  rifampin: 'rifampicin',
  thyroxine: 'levothyroxine',
}

/** Words, and numbers with their decimals: `2.5` is no 5. */
const partsOf = (text: string): readonly string[] => normalise(text).match(/\d+(?:\.\d+)?|[\p{L}\p{M}]+/gu) ?? []

interface Known {
  readonly medicine: Medicine
  readonly name: readonly string[]
  readonly all: readonly string[]
}

function known(medicine: Medicine): Known {
  const own = partsOf(medicine.name)
  const others = Object.entries(otherNames)
    .filter(([, called]) => called.split(' ').every((word) => own.includes(word)))
    .map(([other]) => other)
  const name = [...own, ...others]
  return { medicine, name, all: [...name, ...partsOf(medicine.strength), medicine.form] }
}

/**
 * Medicines of which every typed word begins one of the name, of another name, of the strength or the form. What is
 * called so comes first, then what holds the typed words whole: `amlodipine 5` is the one of 5 mg.
 */
export function findMedicine(medicines: readonly Medicine[], text: string, most: number): Medicine[] {
  const typed = partsOf(text)
  const [first = ''] = typed
  const rank = ({ name, all }: Known): readonly [number, number] => [
    Number(name[0]?.startsWith(first) === true),
    typed.filter((word) => all.includes(word)).length,
  ]
  return medicines
    .map(known)
    .filter(({ all }) => typed.every((word) => all.some((other) => other.startsWith(word))))
    .map((each) => ({ medicine: each.medicine, called: each.name.join(' '), rank: rank(each) }))
    .toSorted(
      (one, other) =>
        other.rank[0] - one.rank[0] || other.rank[1] - one.rank[1] || one.called.localeCompare(other.called, 'en'),
    )
    .slice(0, most)
    .map(({ medicine }) => medicine)
}
