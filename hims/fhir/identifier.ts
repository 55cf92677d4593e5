import { findByTerm, findRecord } from '../record/record-store.ts'
import type { IdentifierTable, Store } from '../database/schema.ts'
import { isAbha, numberType, system } from '../../domain/fhir/vocabulary.ts'
import type { Identifier } from '../../domain/fhir/vocabulary.ts'

export type IdentifierKind = IdentifierTable['kind']

/** What a resource is called: its own names elsewhere, and for a person the cards. */
export async function identifiersOf(store: Store, kind: IdentifierKind, id: string): Promise<readonly Identifier[]> {
  const foreign = await store
    .selectFrom('identifier')
    .select(['system', 'value'])
    .where('kind', '=', kind)
    .where('id', '=', id)
    .orderBy('system')
    .execute()
  if (kind !== 'Patient') return foreign
  const cards = await findByTerm(store, 'card', { field: 'person', value: id })
  return [...cards.map(({ row }) => ({ type: numberType.card, system: system.card, value: row.cardId })), ...foreign]
}

/** The resources that a token of FHIR search names: `system|value`, or a value of any system. */
export async function idsByIdentifier(store: Store, kind: IdentifierKind, token: string): Promise<readonly string[]> {
  const cut = token.indexOf('|')
  const [inSystem, value] = cut === -1 ? [null, token] : [token.slice(0, cut), token.slice(cut + 1)]
  let query = store.selectFrom('identifier').select('id').where('kind', '=', kind).where('value', '=', value)
  if (inSystem !== null) query = query.where('system', '=', inSystem)
  const foreign = (await query.execute()).map(({ id }) => id)
  if (kind === 'Patient' && inSystem !== null && isAbha(inSystem)) return withAbha(store, value)
  if (kind !== 'Patient' || (inSystem !== null && inSystem !== system.card)) return foreign
  const card = await findRecord(store, 'card', value)
  const holders = inSystem === null ? await withAbha(store, value) : []
  return [...new Set([...(card === null ? [] : [card.row.personId]), ...holders, ...foreign])]
}

async function withAbha(store: Store, value: string): Promise<readonly string[]> {
  const found = await findByTerm(store, 'person', { field: 'abha', value: value.replace(/[\s-]/g, '') })
  return found.map(({ row }) => row.id)
}

/** Notes names for a resource; false when one of them is another's already. */
export async function nameResource(
  store: Store,
  kind: IdentifierKind,
  id: string,
  identifiers: readonly Identifier[],
): Promise<boolean> {
  for (const { system: inSystem, value } of identifiers) {
    // Cards have records of their own, and a person's row holds the ABHA number.
    if (kind === 'Patient' && (inSystem === system.card || isAbha(inSystem))) continue
    await store
      .insertInto('identifier')
      .values({ kind, system: inSystem, value, id })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    if (!(await idsByIdentifier(store, kind, `${inSystem}|${value}`)).includes(id)) return false
  }
  return true
}

/** Takes away the names that a resource no longer says: found by one of them it would be taken for somebody else. */
export async function forgetNames(
  store: Store,
  kind: IdentifierKind,
  id: string,
  identifiers: readonly Identifier[],
): Promise<void> {
  const before = await store
    .selectFrom('identifier')
    .selectAll()
    .where('kind', '=', kind)
    .where('id', '=', id)
    .execute()
  for (const { system: inSystem, value } of before) {
    if (identifiers.some((one) => one.system === inSystem && one.value === value)) continue
    await store
      .deleteFrom('identifier')
      .where('kind', '=', kind)
      .where('system', '=', inSystem)
      .where('value', '=', value)
      .execute()
  }
}
