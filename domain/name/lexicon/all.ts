import { namesA } from './a.ts'
import { namesAm } from './am.ts'
import { namesB } from './b.ts'
import { namesBh } from './bh.ts'
import { namesC } from './c.ts'
import { namesD } from './d.ts'
import { namesDh } from './dh.ts'
import { namesE } from './e.ts'
import { namesG } from './g.ts'
import { namesGu } from './gu.ts'
import { namesH } from './h.ts'
import { namesI } from './i.ts'
import { namesJ } from './j.ts'
import { namesK } from './k.ts'
import { namesKi } from './ki.ts'
import { namesL } from './l.ts'
import { namesM } from './m.ts'
import { namesMi } from './mi.ts'
import { namesN } from './n.ts'
import { namesP } from './p.ts'
import { namesPr } from './pr.ts'
import { namesRa } from './ra.ts'
import { namesRaj } from './raj.ts'
import { namesRi } from './ri.ts'
import { namesS } from './s.ts'
import { namesSau } from './sau.ts'
import { namesSh } from './sh.ts'
import { namesShy } from './shy.ts'
import { namesSu } from './su.ts'
import { namesT } from './t.ts'
import { namesU } from './u.ts'
import { namesY } from './y.ts'

/** Every row of the table of names; each file begins with the letters that it is called by. */
export const nameTable: readonly string[] = [
  namesA,
  namesAm,
  namesB,
  namesBh,
  namesC,
  namesD,
  namesDh,
  namesE,
  namesG,
  namesGu,
  namesH,
  namesI,
  namesJ,
  namesK,
  namesKi,
  namesL,
  namesM,
  namesMi,
  namesN,
  namesP,
  namesPr,
  namesRa,
  namesRaj,
  namesRi,
  namesS,
  namesSau,
  namesSh,
  namesShy,
  namesSu,
  namesT,
  namesU,
  namesY,
].flatMap((table) => table.split('\n').filter((line) => line !== ''))
