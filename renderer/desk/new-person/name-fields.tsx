import { Button } from 'react-aria-components'

import { languageOfScript } from '../../../domain/language.ts'
import { useText } from '../../text/use-text.tsx'
import { Field } from '../../ui/field.tsx'
import { KeyCap } from '../../ui/key-cap.tsx'
import { languageNames } from '../../ui/language-choice.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { scriptOf } from './draft.ts'
import type { FormPart } from './form-part.ts'
import { Sourced, SourceMark } from './sourced.tsx'
import { chosenIn, languageOf, nextCandidate, withChoice } from './suggestion.ts'
import type { Suggestion } from './suggestion.ts'

interface RowProps {
  readonly suggestion: Suggestion
  readonly cap: string
  readonly chosen: string
  readonly onChoose: (spelling: string) => void
}

function SuggestionRow({ suggestion, cap, chosen, onChoose }: RowProps) {
  const lang = languageOf(suggestion)
  return (
    <div className="suggestion">
      <span className="meta muted" lang={lang}>
        {languageNames[lang]}
      </span>
      <span className="row wrap grow">
        {suggestion.candidates.map((candidate) => (
          <Button
            key={candidate}
            className="candidate"
            preventFocusOnPress
            excludeFromTabOrder
            aria-pressed={candidate === chosen}
            onPress={() => onChoose(candidate)}
          >
            <span lang={lang}>{candidate}</span>
          </Button>
        ))}
      </span>
      <KeyCap name={cap} />
    </div>
  )
}

interface Props extends FormPart {
  readonly suggestions: readonly Suggestion[]
}

/** A name in Latin letters and in its own script, with spellings to choose from. */
export function NameFields({ draft, change, shown, touch, source, suggestions }: Props) {
  const { t } = useText()
  // A spelling that came from a card needs no guess.
  const rows = (source('own')?.kind === 'from' ? [] : suggestions).filter(({ candidates }) => candidates.length > 0)
  useHotkeys(
    Object.fromEntries(
      rows.map((row, at) => [
        `Ctrl+${at + 1}`,
        () => {
          const next = nextCandidate(row, chosenIn(row, draft))
          if (next !== null) change(withChoice(row, next, draft))
        },
      ]),
    ),
  )
  const script = scriptOf(draft.own)
  return (
    <div className="stack">
      <Sourced field="latin" source={source('latin')} marked>
        <Field
          label={t('desk.new.name')}
          value={draft.latin}
          onChange={(latin) => change({ latin })}
          onBlur={() => touch('latin')}
          problem={shown('latin')}
          end={<SourceMark source={source('latin')} />}
          lang="en"
          // The first thing a clerk asks.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
        />
      </Sourced>
      <Sourced field="own" source={source('own')} marked>
        <Field
          label={t('desk.new.own')}
          value={draft.own}
          onChange={(own) => change({ own })}
          onBlur={() => touch('own')}
          problem={shown('own')}
          end={<SourceMark source={source('own')} />}
          {...(script === null ? {} : { lang: languageOfScript[script] })}
          {...(rows.length === 0 && source('own') === null ? { hint: t('desk.new.own.hint') } : {})}
        />
      </Sourced>
      {rows.length === 0 ? null : (
        <div>
          {rows.map((row, at) => (
            <SuggestionRow
              key={row.script}
              suggestion={row}
              cap={`Ctrl ${at + 1}`}
              chosen={chosenIn(row, draft)}
              onChoose={(spelling) => change(withChoice(row, spelling, draft))}
            />
          ))}
        </div>
      )}
    </div>
  )
}
