import type { z } from 'zod'

/** One question a page may ask, with the shape of both sides. */
export interface Channel<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly input: Input
  readonly output: Output
}

export const channel = <Input extends z.ZodType, Output extends z.ZodType>(input: Input, output: Output) =>
  ({ input, output }) satisfies Channel

export type Contract = Readonly<Record<string, Channel>>

/** What the main side tells a page unasked, by name. */
export type EventTable = Readonly<Record<string, z.ZodType>>

/** Everything one role's page may ask and hear. If it is not here, a compromised page cannot do it either. */
export interface RoleContract {
  readonly role: string
  readonly channels: Contract
  readonly events: EventTable
}

export type Handlers<C extends Contract> = {
  readonly [Name in keyof C]: (input: z.output<C[Name]['input']>) => Promise<z.input<C[Name]['output']>>
}

export type Client<C extends Contract> = {
  readonly [Name in keyof C]: (input: z.input<C[Name]['input']>) => Promise<z.output<C[Name]['output']>>
}

export type EventOf<E extends EventTable, Name extends keyof E> = z.output<E[Name]>

/** Hears one kind of event until the returned function is called. */
export type Listen<E extends EventTable> = <Name extends keyof E & string>(
  name: Name,
  listener: (event: EventOf<E, Name>) => void,
) => () => void

/** What the preload puts into a page: one object, nothing else. */
export interface Bridge<R extends RoleContract> {
  readonly role: R['role']
  readonly ask: Client<R['channels']>
  readonly listen: Listen<R['events']>
}

export type Refusal =
  | 'untrusted-sender'
  | 'unknown-channel'
  | 'malformed-request'
  | 'malformed-reply'
  | 'locked'
  | 'store-closed'
  | 'internal'

export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly refusal: Refusal; readonly paths: readonly string[] }
