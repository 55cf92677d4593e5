/** Signs that a scanner may be set to put before every code, and a byte order mark: none begins a code. */
const BEFORE = /^[^0-9A-Za-z{<$%*+\-./: ]{1,8}/

const turned = (letter: string): string => (letter < 'a' ? letter.toLowerCase() : letter.toUpperCase())

/** What only a code says whose large and small letters a scanner has turned, as some do while Caps Lock is on. */
const isTurned = (line: string): boolean =>
  (/^\{.*"NAME"/s.test(line) && /"(?:HIDN?|PHR)"/.test(line)) ||
  /^<(?:\?XML |pRINTlETTERbARCODEdATA\s|qpd[ab]\s)/.test(line) ||
  (/^[0-9a-z $%*+\-./:]{60,}$/.test(line) && /[a-z]/.test(line) && !line.startsWith('shc:'))

/** A code of another system as it was printed, whatever the scanner is set to do with letters. */
export function asMeant(text: string): string {
  const line = text.replace(BEFORE, '')
  return isTurned(line) ? line.replace(/[A-Za-z]/g, turned) : line
}
