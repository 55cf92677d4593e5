import type { VisitNoted } from '../../contract/visit.ts'
import { unreachable } from '../../domain/result.ts'
import { FaultNote } from './fault-note.tsx'
import { Note } from './note.tsx'
import { NotSavedNote } from './not-saved-note.tsx'
import type { Fault } from './use-once.ts'

/** What came of a deed that somebody else may have crossed. */
export type Noted = VisitNoted | Fault
export type NotDone = Exclude<Noted, { readonly kind: 'noted' }>

interface Props {
  readonly why: NotDone
  /** Says that it stands otherwise by now. */
  readonly changed: string
}

/** Says in place why a deed was not done. */
export function NotDoneNote({ why, changed }: Props) {
  switch (why.kind) {
    case 'changed-meanwhile':
      return <Note kind="care" title={changed} />
    case 'not-saved':
      return <NotSavedNote cause={why.cause} />
    case 'fault':
      return <FaultNote refusal={why.refusal} />
    default:
      return unreachable(why)
  }
}
