import { namesA } from './a.ts'
import { namesBToC } from './b-c.ts'
import { namesDToG } from './d-g.ts'
import { namesHToJ } from './h-j.ts'
import { namesKToL } from './k-l.ts'
import { namesM } from './m.ts'
import { namesNToP } from './n-p.ts'
import { namesQToR } from './q-r.ts'
import { namesS } from './s.ts'
import { namesTToZ } from './t-z.ts'

/** Every row of the table of names. */
export const nameTable: readonly string[] = [
  namesA,
  namesBToC,
  namesDToG,
  namesHToJ,
  namesKToL,
  namesM,
  namesNToP,
  namesQToR,
  namesS,
  namesTToZ,
].flatMap((table) => table.split('\n').filter((line) => line !== ''))
