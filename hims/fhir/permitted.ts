import { mayDo } from '../client/scope.ts'
import type { Deed, Scopes } from '../client/scope.ts'
import { unreachable } from '../../domain/result.ts'
import type { Interaction } from './interaction/interaction.ts'
import { conditional, searchesIn } from './interaction/reference.ts'
import { FhirRefusal } from './problem.ts'

/** Refuses what is beyond a client's scopes; what the address does not tell (a Bundle's entries) is asked for each. */
export function ensurePermitted(scopes: Scopes, interaction: Interaction): void {
  if (scopes === null) return
  const asked = needOf(interaction)
  if (asked === null || mayDo(scopes, asked.type, asked.deed)) return
  throw new FhirRefusal({ status: 403, code: 'forbidden', diagnostics: beyond(asked) })
}

/** A condition tells whether something is there: it needs a search of that type as well. */
export function ensureSearchable(
  scopes: Scopes,
  interaction: Interaction,
  { ifNoneExist, body }: { readonly ifNoneExist: string | null; readonly body: unknown },
): void {
  if (scopes === null || interaction.kind === 'bundle') return
  const named = searchesIn(body).flatMap((reference) => conditional.exec(reference)?.[1] ?? [])
  const own = interaction.kind === 'create' && ifNoneExist !== null ? [interaction.type] : []
  for (const type of [...own, ...named]) {
    if (!mayDo(scopes, type, 's')) {
      throw new FhirRefusal({ status: 403, code: 'forbidden', diagnostics: beyond({ type, deed: 's' }) })
    }
  }
}

interface Need {
  /** `*` where the answer may hold any type. */
  readonly type: string
  readonly deed: Deed
}

const beyond = ({ type, deed }: Need): string => `This client’s scopes do not hold system/${type}.${deed}`

function needOf(interaction: Interaction): Need | null {
  switch (interaction.kind) {
    case 'read':
    case 'vread':
    case 'history-instance':
      return { type: interaction.type, deed: 'r' }
    case 'history-type':
    case 'search-type':
      return { type: interaction.type, deed: 's' }
    case 'create':
      return { type: interaction.type, deed: 'c' }
    case 'update':
      return { type: interaction.type, deed: 'u' }
    case 'delete':
      return { type: interaction.type, deed: 'd' }
    case 'everything':
    case 'summary':
    case 'schemes':
      return { type: '*', deed: 'r' }
    case 'bundle':
    case 'unknown-type':
    case 'not-here':
      return null
    default:
      return unreachable(interaction)
  }
}
