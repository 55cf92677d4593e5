import type { TrustedKey } from '../../domain/card/trust-list.ts'
import type { Console } from '../command/console.ts'
import type { KeyReport, Todo } from '../issuer/card-keys.ts'
import { fingerprint } from './exchange-file.ts'

const todoText: Readonly<Record<Todo['what'], string>> = {
  'certify-list-key': 'HIMS has no certified list key and leases no cards: keys request, certify, install',
  'find-key-file': 'the key file does not open the list key: put the right one back, or begin with keys request',
  'renew-certificate': 'have a new list key certified: keys request, certify, install',
}

/** Prints the keys and what is to be done; the exit code is 1 while no cards can be signed. */
export function showKeys(report: KeyReport, now: string, { print }: Console): 0 | 1 {
  const { root, certificate, trustSeq, keys, holders, issuing, todo } = report
  print(`Keys behind the card, ${now}`)
  print(root === null ? 'Root: none yet' : `Root: ${fingerprint(root)}`)
  if (certificate !== null) {
    print(`List key: serial ${certificate.serial}, ${certificate.notBefore} to ${certificate.notAfter}`)
  }
  print(`Trust list: ${trustSeq === null ? 'none yet' : `number ${trustSeq}, ${keys.length} keys`}`)
  for (const key of keys) print(`  ${keyLine(key, holders.get(key.kid) ?? 'HIMS', issuing)}`)
  for (const { by, what } of todo) print(`By ${by}: ${todoText[what]}`)
  return issuing === null ? 1 : 0
}

function keyLine(
  { kid, notBefore, notAfter, withdrawn, facilities }: TrustedKey,
  holder: string,
  issuing: string | null,
): string {
  const scope = facilities === null ? '' : `, hospital ${facilities.join(', ')}`
  const end = withdrawn === null ? '' : `, withdrawn from ${withdrawn}`
  return `${kid} ${holder}, ${notBefore} to ${notAfter}${scope}${end}${kid === issuing ? ' (in use)' : ''}`
}
