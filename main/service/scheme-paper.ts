import type { SchemeList } from '../../domain/print/document.ts'
import { isOneAway } from '../../domain/scheme/ask-first.ts'
import { sayPapers } from '../../domain/scheme/say-answer.ts'
import type { Bench } from './bench.ts'
import { localDay, localMinute } from './local-time.ts'
import type { Standing } from './scheme-view.ts'

/** More than this nobody gathers papers for at once; the nearest come first. */
const MOST = 8

/** The list that the person takes home, in their language; null while nobody knows which hospital this is. */
export function schemePaper(bench: Bench, { person, rules, answers }: Standing): SchemeList | null {
  const { facility, label: counter } = bench.store.device.read()
  if (facility === null) return null
  const { language } = person
  const { file, signed } = rules
  const named = new Map(file.schemes.map((scheme) => [scheme.id, scheme]))
  const perhaps = answers
    .filter(({ answer }) => answer === 'perhaps')
    .map((each) => ({
      near: isOneAway(each),
      name: named.get(each.scheme)?.names[language] ?? each.scheme,
      bring: [...new Set(each.missing.flatMap((missing) => sayPapers(missing, file, language) ?? []))],
    }))
    .filter(({ bring }) => bring.length > 0)
    .toSorted((one, other) => Number(other.near) - Number(one.near) || one.bring.length - other.bring.length)
  return {
    kind: 'scheme-list',
    language,
    facility,
    personName: person.name,
    yes: answers
      .filter(({ answer }) => answer === 'yes')
      .map(({ scheme }) => ({
        name: named.get(scheme)?.names[language] ?? scheme,
        benefit: named.get(scheme)?.benefit[language] ?? '',
      })),
    perhaps: perhaps.slice(0, MOST).map(({ name, bring }) => ({ name, bring })),
    rules: {
      version: file.version,
      day: signed === null ? file.validFrom : localDay(new Date(signed.issuedAt)),
      issuer: file.issuer[language],
    },
    printedAt: localMinute(bench.now()),
    counter,
    copy: 1,
  }
}
