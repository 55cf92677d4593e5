import { PrescriptionId, PrescriptionItemId, uuidV7 } from '../../../domain/id.ts'
import type { Person } from '../../../domain/person/person.ts'
import { ageOn } from '../../../domain/person/person.ts'
import type { Medicine } from '../../../domain/pharmacy/medicine.ts'
import { Dose } from '../../../domain/pharmacy/prescription.ts'
import type { Prescription, PrescriptionItem } from '../../../domain/pharmacy/prescription.ts'
import { dayAfter, momentIn } from './calendar.ts'
import { isRamesh } from './cast.ts'
import { formulary, medicineCode } from './formulary.ts'
import type { Random } from './random.ts'
import type { Regimen } from './regimen.ts'
import { penicillinRegimen, regimens } from './regimen.ts'

const doctors: Readonly<Record<string, readonly string[]>> = {
  medicine: ['Dr Meena Rao', 'Dr Imran Siddiqui', 'Dr Neha Gupta'],
  heart: ['Dr Arun Menon'],
  bone: ['Dr Gurpreet Sandhu'],
  surgery: ['Dr Vikas Jain'],
  child: ['Dr Rupali Bora', 'Dr Farzana Khan'],
  women: ['Dr Lalitha Nair', 'Dr Simran Kaur'],
  eye: ['Dr Prakash Mishra'],
  ear: ['Dr Daniel Lakra'],
  skin: ['Dr Zeenat Rizvi'],
  tooth: ['Dr Rohit Malhotra'],
}

/** Recent prescriptions for some hundreds of people, Ramesh Kumar's first: his holds the medicine he is allergic to. */
export function writePrescriptions(random: Random, people: readonly Person[], today: string): readonly Prescription[] {
  const others = random.shuffled(people.filter((person) => !isRamesh(person))).slice(0, Math.ceil(people.length * 0.09))
  return [
    ...people.filter(isRamesh).map((person) => write(random, person, penicillinRegimen, today, 648)),
    ...others.flatMap((person) => {
      const regimen = fitting(random, person, today)
      if (regimen === null) return []
      const day = random.chance(0.3) ? today : dayAfter(today, -random.between(1, 14))
      const registered = person.registeredAt.slice(0, 10)
      return [write(random, person, regimen, day < registered ? registered : day, random.between(540, 700))]
    }),
  ]
}

function fitting(random: Random, person: Person, today: string): Regimen | null {
  const years = ageOn(person.birth, today)
  const choices = regimens.filter(
    ({ ages, sex }) => years >= ages[0] && years <= ages[1] && (sex === null || sex === person.sex),
  )
  return choices.length === 0 ? null : random.pick(choices)
}

function write(random: Random, person: Person, regimen: Regimen, day: string, minute: number): Prescription {
  const moment = Math.max(momentIn(day, minute), Date.parse(person.registeredAt) + 600_000)
  return {
    id: PrescriptionId.parse(uuidV7(moment, random.bytes(10))),
    personId: person.id,
    prescriber: random.pick(doctors[regimen.department] ?? ['Dr Meena Rao']),
    department: regimen.department,
    writtenAt: new Date(moment).toISOString(),
    status: 'active',
    items: regimen.lines.map((line) => order(random, line, moment)),
  }
}

const counted: readonly Medicine['form'][] = ['tablet', 'capsule']

function order(random: Random, line: string, moment: number): PrescriptionItem {
  const [name = '', strength = '', form = '', doses = '', food = '', days = '', packs = '1'] = line.split('|')
  const medicine = formulary.find(({ code }) => code === medicineCode(name, strength, form))
  if (medicine === undefined) throw new Error(`A regimen names a medicine that is not on the formulary: ${line}`)
  const [morning = 0, noon = 0, evening = 0, night = 0] = doses.split('-').map(Number)
  const units = Math.ceil((morning + noon + evening + night) * Number(days))
  return {
    id: PrescriptionItemId.parse(uuidV7(moment, random.bytes(10))),
    medicine: medicine.code,
    dose: Dose.parse({ morning, noon, evening, night, food }),
    days: Number(days),
    quantity: counted.includes(medicine.form) ? units : Number(packs),
  }
}
