import { z } from 'zod'

/** Somebody whose signature on identity codes is trusted here, as an administrator writes them down. */
export const IdentityIssuer = z.strictObject({
  kind: z.enum(['aadhaar', 'claim-169', 'smart-health-card']),
  /** What a clerk reads: `UIDAI`. */
  name: z.string().trim().min(1).max(120),
  /** How the code names its issuer (`iss`); null for Aadhaar, whose codes name nobody. */
  issuer: z.string().max(300).nullable(),
  /** A certificate or public key in PEM, or a public JWK. */
  key: z.union([z.string().max(10_000), z.record(z.string(), z.unknown())]),
})
export type IdentityIssuer = z.infer<typeof IdentityIssuer>
