import type { PersonHit } from '../../../contract/desk.ts'
import type { PersonDraft } from '../../../domain/person/person.ts'
import { latest, useAnswer } from '../../ui/use-answer.ts'
import { useDelayed } from '../../ui/use-delayed.ts'
import type { DeskBridge } from '../desk-bridge.ts'
import type { DraftText } from './draft.ts'
import type { Suggestion } from './suggestion.ts'

const PAUSE = 180

export interface Lookups {
  readonly suggestions: readonly Suggestion[]
  readonly likely: readonly PersonHit[]
  readonly onPhone: readonly PersonHit[]
}

/** What is looked up beside the form as it fills: spellings, people who look the same, people on the phone. */
export function useLookups({ ask }: DeskBridge, text: DraftText, draft: PersonDraft | null): Lookups {
  // Whoever types Hindi first gets the Latin name from it.
  const name = useDelayed(text.latin.trim() || text.own.trim(), PAUSE)
  const suggestions = useAnswer(name === '' ? null : name, () => ask['name.suggest']({ text: name.slice(0, 120) }))
  const probe = useDelayed(draft === null ? '' : JSON.stringify(draft), PAUSE)
  const likely = useAnswer(probe === '' || draft === null ? null : probe, () =>
    draft === null ? Promise.resolve([]) : ask['person.likely'](draft),
  )
  const phone = useDelayed(draft?.phone ?? null, PAUSE)
  const users = useAnswer(phone, () => ask['person.search']({ text: phone ?? '' }))
  return {
    suggestions: name === '' ? [] : (latest(suggestions) ?? []),
    likely: draft === null ? [] : (latest(likely) ?? []),
    onPhone: phone === null ? [] : (latest(users)?.hits.filter(({ person }) => person.phone === phone) ?? []),
  }
}
