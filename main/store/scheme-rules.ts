import bundledText from '../../domain/scheme/rules-delhi.json' with { type: 'json' }
import { RuleFile } from '../../domain/scheme/rule-file.ts'
import { takeRules } from '../../domain/scheme/signed-rules.ts'
import type { HeldRules, RulesProblem } from '../../domain/scheme/signed-rules.ts'
import { ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { CardListsReply } from '../../domain/wire/card-lists.ts'
import { ed25519Verify } from '../crypto/ed25519.ts'
import type { CardListTable } from './card-list-table.ts'

/** The rules that this terminal answers by. */
export interface RulesHere {
  readonly file: RuleFile
  /** The number they were signed under, and when; null for those that came with the program, which nobody signed. */
  readonly signed: { readonly seq: number; readonly issuedAt: string } | null
}

export interface SchemeRules {
  readonly current: () => RulesHere
  /** The number that is here; 0 for those of the program. */
  readonly held: () => number
  /** Takes what is newer and true; call it inside a transaction. */
  readonly take: (offered: NonNullable<CardListsReply['rules']>, today: string) => Result<null, RulesProblem>
}

/** Judges rules under the roots of this start, when somebody first asks: it takes a tenth of a second. */
export function schemeRules(lists: CardListTable, roots: readonly string[]): SchemeRules {
  let loaded: HeldRules | null | undefined
  let bundled: RuleFile | null = null

  function here(): HeldRules | null {
    if (loaded !== undefined) return loaded
    const kept = lists.rules()
    const world = { roots, verify: ed25519Verify, today: null }
    const taken = kept === null ? null : takeRules(null, plain(kept), world)
    loaded = taken?.ok === true ? taken.value : null
    return loaded
  }

  return {
    current() {
      const held = here()
      if (held !== null) {
        const { seq, issuedAt } = held.signed
        return { file: held.file, signed: { seq, issuedAt } }
      }
      return { file: (bundled ??= RuleFile.parse(bundledText)), signed: null }
    },
    held: () => here()?.signed.seq ?? 0,
    take({ certificate, list }, today) {
      const offered = plain({ certificate: Buffer.from(certificate, 'base64'), rules: Buffer.from(list, 'base64') })
      const taken = takeRules(here(), offered, { roots, verify: ed25519Verify, today })
      if (!taken.ok) return taken
      lists.setRules(offered.certificate, offered.rules)
      loaded = taken.value
      return ok(null)
    },
  }
}

const plain = ({ certificate, rules }: { readonly certificate: Uint8Array; readonly rules: Uint8Array }) => ({
  certificate: Uint8Array.from(certificate),
  rules: Uint8Array.from(rules),
})
