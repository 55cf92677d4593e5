import type { Department } from '../../domain/hospital/facility.ts'
import type { Language } from '../../domain/language.ts'
import type { Text } from '../../domain/text/catalogue.ts'
import type { DepartmentChoice } from './desk-bridge.ts'

/** The name of a department by its code, in the page's language; a code this hospital lacks stays a code. */
export type DepartmentNames = (code: string) => string

export const namesOf =
  (departments: readonly DepartmentChoice[], language: Language): DepartmentNames =>
  (code) =>
    departments.find(({ department }) => department.code === code)?.department.name[language] ?? code

/** `Medicine, Room 14` */
export const departmentPlace = (t: Text, { name, room }: Department, language: Language): string =>
  t('desk.department.place', { name: name[language], room })
