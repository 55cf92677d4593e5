/** The outcome of anything a person, a printer or a network can make fail. Bugs still throw. */
export type Result<Value, Problem> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem }

export const ok = <Value>(value: Value) => ({ ok: true, value }) as const
export const fail = <Problem>(problem: Problem) => ({ ok: false, problem }) as const

export function unreachable(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`)
}
