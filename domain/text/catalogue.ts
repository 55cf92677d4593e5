import { setupI18n } from '@lingui/core'
import type { I18n, Messages } from '@lingui/core'

import type { Language } from '../language.ts'
import { languages } from '../language.ts'
import { messages as enCommon } from './en/common.ts'
import { messages as enDesk } from './en/desk.ts'
import { messages as enPharmacy } from './en/pharmacy.ts'
import { messages as enKiosk } from './en/kiosk.ts'
import { messages as enRoom } from './en/room.ts'
import { messages as enCard } from './en/card.ts'
import { messages as enCards } from './en/cards.ts'
import { messages as enPaper } from './en/paper.ts'
import { messages as enFault } from './en/fault.ts'
import { messages as enScanner } from './en/scanner.ts'
import { messages as enIdentity } from './en/identity.ts'
import { messages as enSync } from './en/sync.ts'
import { messages as enMerge } from './en/merge.ts'
import { messages as enScheme } from './en/scheme.ts'
import { messages as enVisit } from './en/visit.ts'
import { messages as enAdmin } from './en/admin.ts'
import { messages as enDay } from './en/day.ts'
import { messages as enSafety } from './en/safety.ts'
import { messages as enStock } from './en/stock.ts'
import { messages as enOrder } from './en/order.ts'
import { messages as enSpeech } from './en/speech.ts'
import { messages as enStaff } from './en/staff.ts'
import { messages as enRegister } from './en/register.ts'
import { messages as hiCommon } from './hi/common.ts'
import { messages as hiDesk } from './hi/desk.ts'
import { messages as hiPharmacy } from './hi/pharmacy.ts'
import { messages as hiKiosk } from './hi/kiosk.ts'
import { messages as hiRoom } from './hi/room.ts'
import { messages as hiCard } from './hi/card.ts'
import { messages as hiCards } from './hi/cards.ts'
import { messages as hiPaper } from './hi/paper.ts'
import { messages as hiFault } from './hi/fault.ts'
import { messages as hiScanner } from './hi/scanner.ts'
import { messages as hiIdentity } from './hi/identity.ts'
import { messages as hiSync } from './hi/sync.ts'
import { messages as hiMerge } from './hi/merge.ts'
import { messages as hiScheme } from './hi/scheme.ts'
import { messages as hiVisit } from './hi/visit.ts'
import { messages as hiAdmin } from './hi/admin.ts'
import { messages as hiDay } from './hi/day.ts'
import { messages as hiSafety } from './hi/safety.ts'
import { messages as hiStock } from './hi/stock.ts'
import { messages as hiOrder } from './hi/order.ts'
import { messages as hiSpeech } from './hi/speech.ts'
import { messages as hiStaff } from './hi/staff.ts'
import { messages as hiRegister } from './hi/register.ts'
import { messages as paCommon } from './pa/common.ts'
import { messages as paDesk } from './pa/desk.ts'
import { messages as paPharmacy } from './pa/pharmacy.ts'
import { messages as paKiosk } from './pa/kiosk.ts'
import { messages as paRoom } from './pa/room.ts'
import { messages as paCard } from './pa/card.ts'
import { messages as paCards } from './pa/cards.ts'
import { messages as paPaper } from './pa/paper.ts'
import { messages as paFault } from './pa/fault.ts'
import { messages as paScanner } from './pa/scanner.ts'
import { messages as paIdentity } from './pa/identity.ts'
import { messages as paSync } from './pa/sync.ts'
import { messages as paMerge } from './pa/merge.ts'
import { messages as paScheme } from './pa/scheme.ts'
import { messages as paVisit } from './pa/visit.ts'
import { messages as paAdmin } from './pa/admin.ts'
import { messages as paDay } from './pa/day.ts'
import { messages as paSafety } from './pa/safety.ts'
import { messages as paStock } from './pa/stock.ts'
import { messages as paOrder } from './pa/order.ts'
import { messages as paSpeech } from './pa/speech.ts'
import { messages as paStaff } from './pa/staff.ts'
import { messages as paRegister } from './pa/register.ts'
import { messages as urCommon } from './ur/common.ts'
import { messages as urDesk } from './ur/desk.ts'
import { messages as urPharmacy } from './ur/pharmacy.ts'
import { messages as urKiosk } from './ur/kiosk.ts'
import { messages as urRoom } from './ur/room.ts'
import { messages as urCard } from './ur/card.ts'
import { messages as urCards } from './ur/cards.ts'
import { messages as urPaper } from './ur/paper.ts'
import { messages as urFault } from './ur/fault.ts'
import { messages as urScanner } from './ur/scanner.ts'
import { messages as urIdentity } from './ur/identity.ts'
import { messages as urSync } from './ur/sync.ts'
import { messages as urMerge } from './ur/merge.ts'
import { messages as urScheme } from './ur/scheme.ts'
import { messages as urVisit } from './ur/visit.ts'
import { messages as urAdmin } from './ur/admin.ts'
import { messages as urDay } from './ur/day.ts'
import { messages as urSafety } from './ur/safety.ts'
import { messages as urStock } from './ur/stock.ts'
import { messages as urOrder } from './ur/order.ts'
import { messages as urSpeech } from './ur/speech.ts'
import { messages as urStaff } from './ur/staff.ts'
import { messages as urRegister } from './ur/register.ts'

const catalogues: Readonly<Record<Language, Messages>> = {
  en: {
    ...enCommon,
    ...enDesk,
    ...enPharmacy,
    ...enKiosk,
    ...enRoom,
    ...enCard,
    ...enCards,
    ...enPaper,
    ...enFault,
    ...enScanner,
    ...enIdentity,
    ...enSync,
    ...enMerge,
    ...enScheme,
    ...enVisit,
    ...enAdmin,
    ...enDay,
    ...enSafety,
    ...enStock,
    ...enOrder,
    ...enSpeech,
    ...enStaff,
    ...enRegister,
  },
  hi: {
    ...hiCommon,
    ...hiDesk,
    ...hiPharmacy,
    ...hiKiosk,
    ...hiRoom,
    ...hiCard,
    ...hiCards,
    ...hiPaper,
    ...hiFault,
    ...hiScanner,
    ...hiIdentity,
    ...hiSync,
    ...hiMerge,
    ...hiScheme,
    ...hiVisit,
    ...hiAdmin,
    ...hiDay,
    ...hiSafety,
    ...hiStock,
    ...hiOrder,
    ...hiSpeech,
    ...hiStaff,
    ...hiRegister,
  },
  pa: {
    ...paCommon,
    ...paDesk,
    ...paPharmacy,
    ...paKiosk,
    ...paRoom,
    ...paCard,
    ...paCards,
    ...paPaper,
    ...paFault,
    ...paScanner,
    ...paIdentity,
    ...paSync,
    ...paMerge,
    ...paScheme,
    ...paVisit,
    ...paAdmin,
    ...paDay,
    ...paSafety,
    ...paStock,
    ...paOrder,
    ...paSpeech,
    ...paStaff,
    ...paRegister,
  },
  ur: {
    ...urCommon,
    ...urDesk,
    ...urPharmacy,
    ...urKiosk,
    ...urRoom,
    ...urCard,
    ...urCards,
    ...urPaper,
    ...urFault,
    ...urScanner,
    ...urIdentity,
    ...urSync,
    ...urMerge,
    ...urScheme,
    ...urVisit,
    ...urAdmin,
    ...urDay,
    ...urSafety,
    ...urStock,
    ...urOrder,
    ...urSpeech,
    ...urStaff,
    ...urRegister,
  },
}

/** The name of one message; the compiler refuses any that the English catalogue lacks. */
export type MessageId =
  | keyof typeof import('./en/common.json')
  | keyof typeof import('./en/desk.json')
  | keyof typeof import('./en/pharmacy.json')
  | keyof typeof import('./en/kiosk.json')
  | keyof typeof import('./en/room.json')
  | keyof typeof import('./en/card.json')
  | keyof typeof import('./en/cards.json')
  | keyof typeof import('./en/paper.json')
  | keyof typeof import('./en/fault.json')
  | keyof typeof import('./en/scanner.json')
  | keyof typeof import('./en/identity.json')
  | keyof typeof import('./en/sync.json')
  | keyof typeof import('./en/merge.json')
  | keyof typeof import('./en/scheme.json')
  | keyof typeof import('./en/visit.json')
  | keyof typeof import('./en/admin.json')
  | keyof typeof import('./en/day.json')
  | keyof typeof import('./en/safety.json')
  | keyof typeof import('./en/stock.json')
  | keyof typeof import('./en/order.json')
  | keyof typeof import('./en/speech.json')
  | keyof typeof import('./en/staff.json')
  | keyof typeof import('./en/register.json')

/** What a message is filled with, as ICU MessageFormat names its arguments. */
export type Values = Readonly<Record<string, string | number>>

export type Text = (id: MessageId, values?: Values) => string

/** A Lingui instance that speaks one language; it holds all four catalogues. */
export function catalogueFor(language: Language): I18n {
  const i18n = setupI18n({ missing: (_, id) => `⟦${id}⟧` })
  for (const each of languages) i18n.load(each, catalogues[each])
  i18n.activate(language)
  return i18n
}

const instances = new Map<Language, I18n>()

function instanceOf(language: Language): I18n {
  const known = instances.get(language) ?? catalogueFor(language)
  instances.set(language, known)
  return known
}

/** The texts of one language, for screens, slips, cards and speech alike. */
export const textIn =
  (language: Language): Text =>
  (id, values) =>
    instanceOf(language)._(id, values)

/** The same for ids that are put together from a fixed part and a union's tag; a missing one stands out as ⟦id⟧. */
export const textNamed = (language: Language, id: string, values?: Values): string => instanceOf(language)._(id, values)
