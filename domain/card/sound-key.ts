/** y of the points of small order on edwards25519 (RFC 8032 §5.1), little-endian, without the sign of x. */
const smallOrder: ReadonlySet<string> = new Set([
  `01${'00'.repeat(31)}`,
  `ec${'ff'.repeat(30)}7f`,
  '00'.repeat(32),
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
])

/** The coordinates that are p = 2^255 - 19 or more: each point has one way to be written, and these are a second. */
const beyondField = /^(?:e[d-f]|f[0-9a-f])(?:ff){30}7f$/

/**
 * Whether a public key (32 bytes in lower-case hexadecimal) can tell signatures apart: under a point of small order one
 * signature fits every message, and anybody can make it. Nobody who keeps a private key has such a one.
 */
export function isSoundKey(publicKey: string): boolean {
  const last = Number.parseInt(publicKey.slice(62), 16)
  const y = publicKey.slice(0, 62) + (last & 0x7f).toString(16).padStart(2, '0')
  return /^[0-9a-f]{64}$/.test(publicKey) && !smallOrder.has(y) && !beyondField.test(y)
}
