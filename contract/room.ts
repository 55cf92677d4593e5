import { z } from 'zod'

import { Language } from '../domain/language.ts'
import { channel } from './channel.ts'

/** A paper that came out of one of the demonstration's printers. */
export const Paper = z.strictObject({
  id: z.string().max(64),
  kind: z.enum(['slip', 'label', 'card', 'large', 'stickers', 'letter']),
  from: z.string(),
  at: z.iso.datetime(),
  width: z.int(),
  height: z.int(),
})
export type Paper = z.infer<typeof Paper>

export const RoomState = z.strictObject({
  language: Language,
  hims: z.enum(['running', 'stopped', 'starting']),
  papers: z.array(Paper),
  scanners: z.array(z.strictObject({ id: z.string(), terminal: z.string(), connected: z.boolean() })),
  printers: z.array(
    z.strictObject({
      id: z.string(),
      terminal: z.string(),
      kind: z.enum(['ticket', 'label', 'card']),
      paperOut: z.boolean(),
      coverOpen: z.boolean(),
    }),
  ),
  operators: z.array(z.strictObject({ name: z.string(), role: z.string(), pin: z.string() })),
})
export type RoomState = z.infer<typeof RoomState>

const nothing = z.strictObject({})

/** The window beside the demonstration's terminals: its printers, its papers, its scanners and its server. */
export const room = {
  role: 'room',
  channels: {
    'room.state': channel(nothing, RoomState),
    'room.picture': channel(z.strictObject({ paper: z.string().max(64) }), z.instanceof(Uint8Array).nullable()),
    /** Holds that very paper under a scanner: its picture is decoded, and what it says is what the scanner sends. */
    'room.scan': channel(
      z.strictObject({ paper: z.string().max(64), scanner: z.string().max(64) }),
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('sent') }),
        z.strictObject({ kind: z.literal('unreadable') }),
        z.strictObject({ kind: z.literal('not-connected') }),
      ]),
    ),
    'room.hims': channel(z.strictObject({ running: z.boolean() }), nothing),
    'room.printer': channel(
      z.strictObject({ printer: z.string().max(64), paperOut: z.boolean(), coverOpen: z.boolean() }),
      nothing,
    ),
    'room.language': channel(z.strictObject({ language: Language }), nothing),
  },
  events: { room: RoomState },
} as const
export type Room = typeof room
