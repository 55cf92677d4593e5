import { Phone } from '../person/person.ts'

/** Ten digits of an Indian mobile number, however it was written; null for a masked or foreign one. */
export function phoneOf(text: string): string | null {
  const digits = text.replace(/[\s()./-]/g, '').replace(/^(?:\+91|0091|91(?=\d{10}$)|0(?=\d{10}$))/, '')
  return Phone.safeParse(digits).success ? digits : null
}
