import { CardListsReply } from '../../domain/wire/card-lists.ts'
import type { Store } from '../database/schema.ts'
import type { IssuerWorld } from '../issuer/issuer-world.ts'

const nameOf = (name: string): string => `hub answer ${name}`

/** Keeps an answer of the HIMS above, sealed by the key file: it holds keys. */
export async function keepAnswer(store: Store, { secrets }: IssuerWorld, name: string, value: object): Promise<void> {
  const body = secrets.wrap(Buffer.from(JSON.stringify(value)), nameOf(name))
  await store
    .insertInto('hub_answer')
    .values({ name, body })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ body }))
    .execute()
}

export async function keptAnswer(store: Store, { secrets }: IssuerWorld, name: string): Promise<unknown> {
  const row = await store.selectFrom('hub_answer').select('body').where('name', '=', name).executeTakeFirst()
  const plain = row === undefined ? null : secrets.unwrap(row.body, nameOf(name))
  return plain === null ? null : JSON.parse(Buffer.from(plain).toString('utf8'))
}

/** The rules of schemes as the HIMS above signed them. */
export async function keptRules(
  store: Store,
  issuer: IssuerWorld,
): Promise<NonNullable<CardListsReply['rules']> | null> {
  const kept = CardListsReply.shape.rules.safeParse(await keptAnswer(store, issuer, 'rules'))
  return kept.success ? (kept.data ?? null) : null
}
