import type { z } from 'zod'

import type { Bridge } from '../../contract/channel.ts'
import type { Pharmacy, PickLine, PickList, ShelfLot } from '../../contract/pharmacy.ts'

export type PharmacyBridge = Bridge<Pharmacy>

export type Line = z.infer<typeof PickLine>
export type List = z.infer<typeof PickList>
export type Shelf = z.infer<typeof ShelfLot>

/** What one of the pharmacy's questions answers. */
export type PharmacyAnswer<Name extends keyof PharmacyBridge['ask']> = Awaited<ReturnType<PharmacyBridge['ask'][Name]>>
