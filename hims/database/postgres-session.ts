import type { PostgresCursor, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type { PoolClient, QueryResult } from 'pg'

import { ConnectionLost, endsConnection, faultOf } from './postgres-fault.ts'

/** Statements that are prepared once in each connection: there are only so many different ones. */
const MOST_PREPARED = 500
/** Characters: the longest that a unit of work writes with. */
const LONGEST_PREPARED = 60_000

/** Gives every statement that comes often a name, under which the server keeps its plan. */
export function statementNames(): (sql: string) => string | undefined {
  const names = new Map<string, string>()
  return (sql) => {
    const known = names.get(sql)
    if (known !== undefined || sql.length > LONGEST_PREPARED || names.size >= MOST_PREPARED) return known
    const name = `hims${names.size}`
    names.set(sql, name)
    return name
  }
}

/** One connection as Kysely uses it; one that broke is given back to be thrown away. */
export function sessionOver(client: PoolClient, nameOf: (sql: string) => string | undefined): PostgresPoolClient {
  let broken = false
  let warned = false
  client.on('notice', ({ severity }) => {
    if (severity === 'WARNING') warned = true
  })
  const run = async <Row>(sql: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>> => {
    const name = values.length === 0 ? undefined : nameOf(sql)
    const text = { text: sql, ...(name === undefined ? {} : { name }) }
    const answer: Answer = await client.query(values.length === 0 ? text : { ...text, values: [...values] })
    const { command, rowCount, rows } = last(answer)
    if (sql === 'commit') ensureKept(command, warned)
    return { command: commandOf(command), rowCount: rowCount ?? 0, rows }
  }
  const ask = async <Row>(sql: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>> => {
    warned = false
    try {
      return await run<Row>(sql, values)
    } catch (error) {
      if (!endsConnection(error)) throw error
      broken = true
      throw faultOf(error) === null ? new ConnectionLost('PostgreSQL went away', { cause: error }) : error
    }
  }
  function query<Row>(sql: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>>
  function query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>
  function query<Row>(
    sql: string | PostgresCursor<Row>,
    values: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<Row>> | PostgresCursor<Row> {
    if (typeof sql !== 'string') throw new Error('HIMS reads no cursors')
    return ask<Row>(sql, values)
  }
  return { query, release: () => client.release(broken) }
}

type Answer = QueryResult | readonly QueryResult[]

/** Kysely counts the rows of these, and looks at how a commit ended. */
const commands = ['UPDATE', 'DELETE', 'INSERT', 'MERGE', 'SELECT', 'COMMIT', 'ROLLBACK'] as const

const commandOf = (command: string): (typeof commands)[number] => commands.find((one) => one === command) ?? 'SELECT'

/** Several statements in one text answer with a list. */
const last = (answer: Answer): QueryResult => {
  const result = 'rows' in answer ? answer : answer.at(-1)
  if (result === undefined) throw new Error('PostgreSQL answered nothing')
  return result
}

/**
 * PostgreSQL answers the commit of a failed transaction with a rollback, and one whose standby did not confirm in time
 * with a mere warning: neither holds for certain.
 */
function ensureKept(command: string, warned: boolean): void {
  if (command !== 'COMMIT' || warned) throw new ConnectionLost('PostgreSQL did not confirm the commit')
}
