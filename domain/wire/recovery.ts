import { z } from 'zod'

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))

/** 32 bytes that only the holder of an X25519 key can read: its partner's public key, nonce, text and tag (RFC 7748, RFC 5869, AES-256-GCM). */
export const SealedKey = z.object({ from: hex(32), nonce: hex(12), sealed: hex(32), tag: hex(16) })
export type SealedKey = z.infer<typeof SealedKey>

/** What both sides mix into the sealing key beside the shared secret and both public keys. */
export const SEALED_KEY_INFO = 'hims recovery 1'

/** GET /sync/v1/recovery: what a terminal's database key is sealed to. */
export const RecoveryKeyReply = z.object({ publicKey: hex(32) })

/** POST /sync/v1/recovery: HIMS keeps the key of this terminal's database, so that its records outlive its keystore. */
export const DepositRequest = z.object({ keyHash: hex(32), sealed: SealedKey })
export type DepositRequest = z.infer<typeof DepositRequest>
export const DepositReply = z.object({ kept: z.literal(true) })

/** POST /sync/v1/recovery/open, not signed: whoever lost the key lost the signature with it. The code works once, for one key. */
export const RecoveryRequest = z.object({ code: z.string().min(6).max(64), publicKey: hex(32) })
export type RecoveryRequest = z.infer<typeof RecoveryRequest>
/** Every key that the terminal ever deposited, the newest first: a backup opens with the key of its time. */
export const RecoveryReply = z.object({ keys: z.array(SealedKey).max(50) })
