import { z } from 'zod'

import { DirectoryTable, FieldChange } from '../domain/hospital/directory-change.ts'
import { rowProblems } from '../domain/hospital/directory-rule.ts'
import { Department, Facility } from '../domain/hospital/facility.ts'
import { Room } from '../domain/hospital/room.ts'
import { Roster } from '../domain/hospital/roster.ts'
import { StaffRow } from '../domain/hospital/staff-row.ts'
import { MutationId } from '../domain/id.ts'
import { OwnScript } from '../domain/language.ts'
import { Medicine } from '../domain/pharmacy/medicine.ts'
import { ReorderLevel } from '../domain/pharmacy/stock-paper.ts'
import { channel } from './channel.ts'
import { NotSaved } from './not-saved.ts'
import { staffEvents, staffShell } from './shell.ts'

/** What stands for the code of a row that is not there yet: the terminal gives it one. */
export const NEW = 'new'

const listed = <Row extends z.ZodType>(row: Row) =>
  z.strictObject({
    row,
    /** Changed here, and not yet at HIMS. */
    waiting: z.boolean(),
  })

export const ListedStaff = listed(StaffRow).extend({ badge: z.boolean() })
export type ListedStaff = z.infer<typeof ListedStaff>

/** The directory of this hospital but for rosters and medicines. */
export const Directory = z.strictObject({
  today: z.iso.date(),
  facility: listed(Facility).nullable(),
  departments: z.array(listed(Department)),
  staff: z.array(ListedStaff),
  rooms: z.array(listed(Room)),
  medicines: z.strictObject({ given: z.int(), all: z.int() }),
  /** Edits that were refused and wait for a decision. */
  refused: z.int().min(0),
})
export type Directory = z.infer<typeof Directory>

export const FormularyLine = z.strictObject({
  medicine: Medicine,
  given: z.boolean(),
  level: ReorderLevel.nullable(),
  waiting: z.boolean(),
})
export type FormularyLine = z.infer<typeof FormularyLine>

const pin = z.string().regex(/^[0-9]{4,8}$/)

/** A row as a form has it, and the row that the form was opened with; null for a new one. */
export const Edit = z.discriminatedUnion('table', [
  z.strictObject({ table: z.literal('facility'), row: Facility, was: Facility.nullable() }),
  z.strictObject({ table: z.literal('department'), row: Department, was: Department.nullable() }),
  z.strictObject({
    table: z.literal('operator'),
    row: StaffRow,
    was: StaffRow.nullable(),
    /** A new PIN; null leaves the one there is. */
    pin: pin.nullable(),
  }),
  z.strictObject({ table: z.literal('room'), row: Room, was: Room.nullable() }),
  z.strictObject({ table: z.literal('roster'), row: Roster, was: Roster.nullable() }),
  z.strictObject({ table: z.literal('medicine'), row: Medicine, was: Medicine.nullable() }),
  z.strictObject({ table: z.literal('reorder_level'), row: ReorderLevel, was: ReorderLevel.nullable() }),
])
export type Edit = z.infer<typeof Edit>

/** A row of any table as it may be shown. */
export const ShownRow = z.discriminatedUnion('table', [
  z.strictObject({ table: z.literal('facility'), row: Facility }),
  z.strictObject({ table: z.literal('department'), row: Department }),
  z.strictObject({ table: z.literal('operator'), row: StaffRow }),
  z.strictObject({ table: z.literal('room'), row: Room }),
  z.strictObject({ table: z.literal('roster'), row: Roster }),
  z.strictObject({ table: z.literal('medicine'), row: Medicine }),
  z.strictObject({ table: z.literal('reorder_level'), row: ReorderLevel }),
])
export type ShownRow = z.infer<typeof ShownRow>

export const Saved = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('saved'),
    /** What undoing it is asked with. */
    ids: z.array(MutationId).min(1),
    rows: z.int().min(1),
    /** The code or id of the first row. */
    row: z.string(),
  }),
  /** Somebody changed the row since the form was opened. */
  z.strictObject({ kind: z.literal('changed-meanwhile'), now: ShownRow }),
  /** So many people wait in the department that is to be closed. */
  z.strictObject({ kind: z.literal('people-wait'), count: z.int().min(1) }),
  z.strictObject({
    kind: z.literal('stopped'),
    reason: z.enum([
      ...rowProblems,
      'pin-needed',
      'pin-weak',
      'nothing-to-copy',
      'cannot-undo',
      'unknown',
      'not-allowed',
    ]),
  }),
  NotSaved,
])
export type Saved = z.infer<typeof Saved>

/** Who did what to one row, and when. */
export const Change = z.strictObject({
  id: z.string(),
  table: DirectoryTable,
  row: z.string(),
  /** What a person calls the row. */
  name: z.string(),
  at: z.iso.datetime(),
  by: z.string().nullable(),
  isNew: z.boolean(),
  fields: z.array(FieldChange),
  waiting: z.boolean(),
})
export type Change = z.infer<typeof Change>

/** An edit that HIMS refused, row for row: what was meant, what it was made from, and what stands now. */
export const RefusedEdit = z.strictObject({
  id: MutationId,
  at: z.iso.datetime(),
  by: z.string().nullable(),
  reason: z.string(),
  rows: z.array(z.strictObject({ mine: ShownRow, was: ShownRow.nullable(), now: ShownRow.nullable() })),
})
export type RefusedEdit = z.infer<typeof RefusedEdit>

const nothing = z.strictObject({})

/** The hospital's directory, as its administrator keeps it. */
export const admin = {
  role: 'admin',
  channels: {
    ...staffShell,
    'directory.now': channel(nothing, Directory),
    'directory.roster': channel(z.strictObject({ day: z.iso.date() }), z.array(listed(Roster))),
    'directory.formulary': channel(
      z.strictObject({ text: z.string().max(100) }),
      z.strictObject({ lines: z.array(FormularyLine).max(200), all: z.int() }),
    ),
    'directory.save': channel(
      z.strictObject({
        edit: Edit,
        /** The administrator knows that people wait there. */
        sure: z.boolean(),
      }),
      Saved,
    ),
    /** The hours of one day for another, but for whoever does not work then and what is planned there already. */
    'directory.copy-roster': channel(z.strictObject({ from: z.iso.date(), to: z.iso.date() }), Saved),
    'directory.undo': channel(z.strictObject({ ids: z.array(MutationId).min(1).max(10) }), Saved),
    /** The newest first; of one row, or of all. */
    'directory.history': channel(
      z.strictObject({ of: z.strictObject({ table: DirectoryTable, row: z.string().max(120) }).nullable() }),
      z.array(Change).max(100),
    ),
    'directory.refused': channel(nothing, z.array(RefusedEdit).max(50)),
    /** `mine` puts what was changed over what stands now; `theirs` leaves that. */
    'directory.decide': channel(
      z.strictObject({ id: MutationId, take: z.enum(['mine', 'theirs']) }),
      z.discriminatedUnion('kind', [...Saved.options, z.strictObject({ kind: z.literal('left') })]),
    ),
    /** A name typed in any script, in each other one. */
    'name.suggest': channel(
      z.strictObject({ text: z.string().max(120) }),
      z.array(
        z.strictObject({ script: z.enum(['Latn', ...OwnScript.options]), candidates: z.array(z.string()).max(3) }),
      ),
    ),
    /** A random PIN of six digits for the form. */
    'staff.pin': channel(nothing, z.strictObject({ pin })),
  },
  events: staffEvents,
} as const
export type Admin = typeof admin
