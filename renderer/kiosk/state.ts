import type { KioskPaper, KioskScan, KioskToken } from '../../contract/kiosk.ts'
import type { z } from 'zod'

import type { Language } from '../../domain/language.ts'
import { unreachable } from '../../domain/result.ts'

export type Scan = z.infer<typeof KioskScan>
export type Token = z.infer<typeof KioskToken>
export type Paper = z.infer<typeof KioskPaper>

/** Everything that can stop a visit; each has its own screen. */
export type Refusal =
  | 'not-a-card'
  | 'expired'
  | 'revoked'
  | 'altered'
  | 'unknown-issuer'
  | 'newer-format'
  | 'other-card'
  | 'not-here-yet'
  | 'no-number'
  | 'not-saved'
  | 'scan-again'
  | 'failed'

/** Where a visit stands. A guest is a handle, never a person. */
export type Step =
  | { readonly kind: 'language'; readonly guest: string | null }
  | { readonly kind: 'home' }
  | { readonly kind: 'scan'; readonly reading: boolean }
  | { readonly kind: 'department'; readonly guest: string }
  | { readonly kind: 'issuing'; readonly guest: string; readonly department: string }
  | { readonly kind: 'token'; readonly token: Token; readonly paper: Paper }
  | { readonly kind: 'refused'; readonly why: Refusal }

export interface Visit {
  /** Null until the person has chosen. */
  readonly language: Language | null
  readonly step: Step
  readonly call: 'none' | 'calling' | 'coming' | 'failed'
}

export type Action =
  | { readonly kind: 'speak'; readonly language: Language }
  | { readonly kind: 'change-language' }
  | { readonly kind: 'check-in' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'scanned'; readonly scan: Scan }
  | { readonly kind: 'choose'; readonly department: string }
  | { readonly kind: 'issued'; readonly token: Token }
  | { readonly kind: 'refused'; readonly why: Refusal }
  | { readonly kind: 'paper'; readonly paper: Paper }
  | { readonly kind: 'call'; readonly state: Visit['call'] }
  | { readonly kind: 'back' }

export const newVisit: Visit = { language: null, step: { kind: 'language', guest: null }, call: 'none' }

function refusalOf(scan: Exclude<Scan, { kind: 'welcome' }>): Refusal {
  switch (scan.kind) {
    case 'not-here-yet':
    case 'not-a-card':
      return scan.kind
    case 'go-to-desk':
      return scan.why
    default:
      return unreachable(scan)
  }
}

/** A number on the screen or on its way is not lost to a stray scan; a welcome card begins the next person's turn. */
function afterScan(visit: Visit, scan: Scan): Visit {
  const { step, language } = visit
  if (step.kind === 'issuing') return visit
  if (scan.kind === 'welcome') {
    const next: Step =
      language === null ? { kind: 'language', guest: scan.guest } : { kind: 'department', guest: scan.guest }
    return { ...visit, call: 'none', step: next }
  }
  if (step.kind === 'token' || step.kind === 'department' || visit.call !== 'none') return visit
  return { ...visit, step: { kind: 'refused', why: refusalOf(scan) } }
}

function before(visit: Visit): Visit {
  if (visit.call !== 'none') return { ...visit, call: 'none' }
  switch (visit.step.kind) {
    case 'language':
    case 'issuing':
    case 'token':
      return visit
    case 'home':
      return { ...visit, language: null, step: { kind: 'language', guest: null } }
    case 'scan':
    case 'department':
    case 'refused':
      return { ...visit, step: { kind: 'home' } }
    default:
      return unreachable(visit.step)
  }
}

/** The whole kiosk, as one step at a time. */
export function reduce(visit: Visit, action: Action): Visit {
  const { step } = visit
  switch (action.kind) {
    case 'speak': {
      const next: Step =
        step.kind !== 'language'
          ? step
          : step.guest === null
            ? { kind: 'home' }
            : { kind: 'department', guest: step.guest }
      return { ...visit, language: action.language, step: next }
    }
    case 'change-language':
      return { ...visit, language: null }
    case 'check-in':
      return { ...visit, step: { kind: 'scan', reading: false } }
    case 'reading':
      return step.kind === 'scan' ? { ...visit, step: { kind: 'scan', reading: true } } : visit
    case 'scanned':
      return afterScan(visit, action.scan)
    case 'choose':
      return step.kind === 'department'
        ? { ...visit, step: { kind: 'issuing', guest: step.guest, department: action.department } }
        : visit
    case 'issued':
      return step.kind === 'issuing'
        ? { ...visit, step: { kind: 'token', token: action.token, paper: { kind: 'printing' } } }
        : visit
    case 'refused':
      return { ...visit, step: { kind: 'refused', why: action.why } }
    case 'paper':
      return step.kind === 'token' ? { ...visit, step: { ...step, paper: action.paper } } : visit
    case 'call':
      return { ...visit, call: action.state }
    case 'back':
      return before(visit)
    default:
      return unreachable(action)
  }
}
