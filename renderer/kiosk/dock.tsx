import { Press } from './control.tsx'
import { CallPicture, HalfPicture, LowerPicture } from './pictogram/thing.tsx'
import { Picture } from './pictogram/part.tsx'
import { nextSize } from './settings.ts'
import type { Settings } from './settings.ts'
import { ScriptsKey } from './scripts-key.tsx'
import { useText } from '../text/use-text.tsx'

const letters = { en: 'A', hi: 'अ', pa: 'ਅ', ur: 'ع' } as const

interface Props {
  readonly settings: Settings
  readonly change: (settings: Settings) => void
  readonly call: () => void
  /** On the language chooser there is no language to put words in yet: help is offered in two. */
  readonly wordless: boolean
  /** When everything is lower, the language key comes down too. */
  readonly changeLanguage: (() => void) | null
}

/** What is at hand on every screen: a person, larger letters, another ground, everything lower. */
export function Dock({ settings, change, call, wordless, changeLanguage }: Props) {
  const { language, t } = useText()
  const tools = [
    {
      key: 'size',
      label: settings.size === 3 ? t('kiosk.dock.smaller') : t('kiosk.dock.bigger'),
      picture: (
        <Picture>
          <text className="ink" x="6" y="98" fontSize="40" fontWeight="700">
            {letters[language]}
          </text>
          <text className="ink" x="116" y="98" fontSize="82" fontWeight="700" textAnchor="end">
            {letters[language]}
          </text>
        </Picture>
      ),
      press: () => change({ ...settings, size: nextSize(settings.size) }),
    },
    {
      key: 'contrast',
      label: settings.contrast ? t('kiosk.dock.light') : t('kiosk.dock.dark'),
      picture: <HalfPicture />,
      press: () => change({ ...settings, contrast: !settings.contrast }),
    },
    {
      key: 'lower',
      label: settings.lower ? t('kiosk.dock.higher') : t('kiosk.dock.lower'),
      picture: <LowerPicture up={settings.lower} />,
      press: () => change({ ...settings, lower: !settings.lower }),
    },
  ]
  return (
    <footer className={wordless ? 'dock wordless' : 'dock'} aria-label={t('kiosk.dock')}>
      <Press className="dock-call" onPress={call}>
        <CallPicture className="pic" />
        <span>
          {wordless ? (
            <>
              <span lang="hi">किसी को बुलाएँ</span>
              <small lang="en">Call a person</small>
            </>
          ) : (
            t('kiosk.dock.call')
          )}
        </span>
      </Press>
      {tools.map((tool) => (
        <Press key={tool.key} className="dock-tool" onPress={tool.press}>
          {tool.picture}
          <span className={wordless ? 'spoken-only' : ''}>{tool.label}</span>
        </Press>
      ))}
      {changeLanguage === null ? null : <ScriptsKey press={changeLanguage} />}
    </footer>
  )
}
