/** How the texts of our own codes begin: a card of any version, a visit slip, a code of the scanner page, a staff badge, a wristband. */
const OURS = /DL(?:H[1-9][0-9]{0,2}|V1|P1|B1|W1):/

const BEGINNING = /^D(?:L(?:H(?:[1-9][0-9]{0,2})?|V1?|P1?|B1?|W1?)?)?$/
const WHOLE = new RegExp(`^${OURS.source}$`)
const AT_START = new RegExp(`^${OURS.source}`)

/** Whether more letters could make this the beginning of one of our codes. */
export const mayBecomePrefix = (text: string): boolean => BEGINNING.test(text)

export const isPrefix = (text: string): boolean => WHOLE.test(text)

/** Where in a text one of our prefixes begins; null when none does. */
export function prefixIn(text: string): number | null {
  const at = text.toUpperCase().search(OURS)
  return at === -1 ? null : at
}

/** Whether a text is one of our codes; a reader may have turned its letters small. */
export const isOurs = (text: string): boolean => AT_START.test(text.toUpperCase())
