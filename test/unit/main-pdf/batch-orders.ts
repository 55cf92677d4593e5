import { randomFrom } from '../../../build/demo/seed/random.ts'
import { shortCode } from '../../../domain/card/short-code.ts'
import { CardId } from '../../../domain/id.ts'
import type { Language, OwnScript } from '../../../domain/language.ts'
import type { CardOrder } from '../../../domain/print/document.ts'
import { cardOf } from '../domain-card/fixture.ts'
import { paper } from './fixture.ts'
import { address } from './paper.ts'

const speakers: readonly (readonly [Language, OwnScript, readonly string[], readonly string[]])[] = [
  ['hi', 'Deva', ['Sita', 'Ramesh', 'Kavita', 'Mohan'], ['सीता', 'रमेश', 'कविता', 'मोहन']],
  ['ur', 'Arab', ['Abdul', 'Fatima', 'Salman', 'Zainab'], ['عبدل', 'فاطمہ', 'سلمان', 'زینب']],
  ['pa', 'Guru', ['Gurpreet', 'Harjinder', 'Simran', 'Manjit'], ['ਗੁਰਪ੍ਰੀਤ', 'ਹਰਜਿੰਦਰ', 'ਸਿਮਰਨ', 'ਮਨਜੀਤ']],
  ['en', 'Deva', ['Anita', 'Suresh', 'Priya', 'Vijay'], ['अनीता', 'सुरेश', 'प्रिया', 'विजय']],
]
const english = ['en', 'Deva', ['Anita'], ['अनीता']] as const
const families = [
  'Kumar',
  'Devi',
  'Sharma',
  'Khan',
  'Singh',
  'Kaur',
  'Verma',
  'Ansari',
  'Gupta',
  'Yadav',
  'Negi',
  'Rawat',
]

/** So many different cards of different people, the same ones for a seed; names repeat as they do in a city. */
export function ordersFrom(seed: string, count: number): readonly CardOrder[] {
  const random = randomFrom(seed)
  return Array.from({ length: count }, (_, at): CardOrder => {
    const [language, script, latin, own] = speakers[at % speakers.length] ?? english
    const who = random.between(0, 3)
    const family = families[random.between(0, families.length - 1)] ?? ''
    const bits = Array.from({ length: 16 }, () => random.between(0, 15).toString(16)).join('')
    const cardId = CardId.parse(bits)
    return {
      ...paper,
      kind: 'card',
      language,
      name: { latin: `${latin[who]} ${family}`, own: { script, text: own[who] ?? '' } },
      guardian: { relation: 'father', name: `${latin[3 - who]} ${family}` },
      sex: who % 2 === 0 ? 'female' : 'male',
      born: `${1940 + random.between(0, 80)}-0${random.between(1, 9)}-${random.between(10, 28)}`,
      shortCode: shortCode(cardId),
      code: cardOf({ cardId, statusIndex: at }),
      address,
      allergies: null,
      plainCode: null,
    }
  })
}
