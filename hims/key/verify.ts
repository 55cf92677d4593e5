import { readCertificate, takeTrustList } from '../../domain/card/trust-list.ts'
import type { Console } from '../command/console.ts'
import { verifyRaw } from '../crypto/ed25519.ts'
import { fingerprint, readExchange } from './exchange-file.ts'

/** Says whether a certificate or trust list is genuine under a root; the exit code is 1 when it is not. */
export function verifyFile(text: string, root: string, { print, complain }: Console): 0 | 1 {
  const file = readExchange(text)
  if (file?.kind === 'list-key-certificate') {
    const read = readCertificate(Buffer.from(file.certificate, 'base64'), [root], verifyRaw)
    if (read === null) return forged(complain)
    const { publicKey, serial, notBefore, notAfter } = read.certificate
    print(`Genuine: list key ${fingerprint(publicKey)}, serial ${serial}, ${notBefore} to ${notAfter}`)
    return 0
  }
  if (file?.kind === 'trust-list') {
    const offered = { certificate: Buffer.from(file.certificate, 'base64'), list: Buffer.from(file.list, 'base64') }
    const taken = takeTrustList(null, offered, { roots: [root], verify: verifyRaw, today: null })
    if (!taken.ok) return forged(complain)
    const { list } = taken.value
    print(`Genuine: trust list ${list.seq} of ${list.issuedAt} with ${list.keys.length} keys`)
    for (const { kid, notBefore, notAfter } of list.keys) print(`  ${kid} ${notBefore} to ${notAfter}`)
    return 0
  }
  complain('keys: neither a certificate nor a trust list')
  return 1
}

function forged(complain: Console['complain']): 1 {
  complain('keys: NOT genuine under this root')
  return 1
}
