import { unreachable } from '../../../domain/result.ts'
import type { PersonGroup, PersonGroups } from '../../../domain/person/person-change.ts'
import type { Birth } from '../../../domain/person/person.ts'
import type { Text } from '../../../domain/text/catalogue.ts'
import type { Spoken } from '../../text/use-text.tsx'
import { abhaText, dayText, phoneText } from '../../ui/format.ts'
import { languageNames } from '../../ui/language-choice.tsx'

/** An age that was told ages with the calendar, so its year of birth is what two records can be compared by. */
function birthText(t: Text, birth: Birth): string {
  if (birth.kind === 'date') return dayText(t, birth.on)
  return t('desk.new.about-year', { year: String(Number(birth.asOf.slice(0, 4)) - birth.years) })
}

/** What a group says, as a person reads it; empty where nothing is known. */
export function groupText({ t, list }: Pick<Spoken, 't' | 'list'>, group: PersonGroup, groups: PersonGroups): string {
  const { name, birth, sex, bloodGroup, phone, address, guardian, language, abha } = groups
  switch (group) {
    case 'name':
      return list([name?.latin ?? '', name?.own?.text ?? ''])
    case 'birth':
      return birth === undefined ? '' : birthText(t, birth)
    case 'sex':
      return sex === undefined || sex === 'unknown' ? '' : t(`common.sex.${sex}`)
    case 'bloodGroup':
      return bloodGroup ?? ''
    case 'phone':
      return phoneText(phone ?? '').trim()
    case 'address': {
      if (address === undefined) return ''
      const { house, locality, district, pin } = address
      return list([house, locality, district === null ? '' : t(`common.district.${district}`), pin ?? ''])
    }
    case 'guardian':
      return guardian === undefined || guardian === null
        ? ''
        : list([t(`common.relation.${guardian.relation}`), guardian.name])
    case 'language':
      return language === undefined ? '' : languageNames[language]
    case 'abha':
      return abhaText(abha ?? '')
    default:
      return unreachable(group)
  }
}
