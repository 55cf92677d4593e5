import type { Medicine } from './medicine.ts'

/** The International Nonproprietary Names of what is in a medicine, in small letters. */
export const ingredients = ({ name }: Pick<Medicine, 'name'>): readonly string[] =>
  name
    .toLowerCase()
    .split(' + ')
    .map((part) => part.trim())

const outer: ReadonlySet<Medicine['form']> = new Set(['drops', 'ointment', 'cream', 'gel', 'lotion'])
/** Eye drops enough of which reach the blood to tighten the chest (product labels: contraindicated in asthma). */
const throughTheEye: ReadonlySet<string> = new Set(['timolol'])

/** Whether a medicine reaches the whole body, so that others can meet it there. */
export const isSystemic = (medicine: Pick<Medicine, 'name' | 'form'>): boolean =>
  !outer.has(medicine.form) || ingredients(medicine).some((name) => throughTheEye.has(name))

/** Whether two are one medicine to whoever takes them: any strength of it, but eye drops are neither tablets nor ointment. */
export const isSameToTake = (one: Pick<Medicine, 'name' | 'form'>, other: Pick<Medicine, 'name' | 'form'>): boolean =>
  one.name === other.name && (one.form === other.form || (isSystemic(one) && isSystemic(other)))
