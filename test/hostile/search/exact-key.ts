import { randomFrom } from '../../../build/demo/seed/random.ts'
import { shortCode } from '../../../domain/card/short-code.ts'
import type { Person } from '../../../domain/person/person.ts'
import type { SearchHome } from './search-home.ts'

export interface KeyTry {
  readonly key: 'card' | 'short code' | 'ABHA number' | 'phone'
  readonly text: string
  readonly ok: boolean
}

/** What opens one person, or one household: nobody else may stand before them. */
export async function tryKeys(home: SearchHome, seed: string, each: number): Promise<readonly KeyTry[]> {
  const random = randomFrom(`search/key/${seed}`)
  const tries: KeyTry[] = []
  for (const { person, card } of home.cards.slice(0, each)) {
    tries.push({ key: 'card', text: card.text, ok: (await home.scan(card.text))?.id === person.id })
    const code = shortCode(card.cardId)
    const text = random.pick([code, code.toLowerCase(), code.replaceAll('-', ' '), code.replaceAll('-', '')])
    tries.push({ key: 'short code', text, ok: isFirst(await home.search(text), person) })
  }
  const known = random.shuffled(home.people)
  for (const person of known.filter(({ abha }) => abha !== null).slice(0, each)) {
    const plain = person.abha ?? ''
    const text = random.pick([plain, plain.replace(/(..)(....)(....)(....)/, '$1-$2-$3-$4')])
    tries.push({ key: 'ABHA number', text, ok: isFirst(await home.search(text), person) })
  }
  for (const person of known.filter(({ phone }) => phone !== null).slice(0, each)) {
    const phone = person.phone ?? ''
    const text = random.pick([phone, `+91 ${phone}`, `0${phone}`, `${phone.slice(0, 5)} ${phone.slice(5)}`])
    const household = home.people.filter((other) => other.phone === phone)
    const hits = await home.search(text)
    const ok = hits.length === household.length && household.every(({ id }) => hits.some((hit) => hit.id === id))
    tries.push({ key: 'phone', text, ok })
  }
  return tries
}

const isFirst = ([first]: readonly Person[], { id }: Person): boolean => first?.id === id
