import { useEffect, useRef, useState } from 'react'

import type { Refusal } from '../../../contract/channel.ts'
import type { Coming, StockAnswer } from '../../../contract/stock.ts'
import type { PackSeen } from '../../../domain/pharmacy/pack.ts'
import { unreachable } from '../../../domain/result.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { Icon } from '../../ui/icon/icon.tsx'
import { answered } from '../../ui/ask.ts'
import { latest, useAnswer } from '../../ui/use-answer.ts'
import { useDelayed } from '../../ui/use-delayed.ts'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import type { PharmacyBridge } from '../pharmacy-bridge.ts'
import { ArriveForm } from './arrive-form.tsx'
import { CountForm } from './count-form.tsx'
import { ReceiveForm } from './receive-form.tsx'
import { SavedNote } from './saved-note.tsx'
import { SendForm } from './send-form.tsx'
import { ShelfTable } from './shelf-table.tsx'
import { ColdForm, LevelForm, MarkForm } from './small-forms.tsx'
import { WatchList } from './watch-list.tsx'

const deeds = ['receive', 'send', 'count', 'mark', 'cold', 'level'] as const
type Deed = (typeof deeds)[number]
const caps: Readonly<Record<Deed, string>> = {
  receive: 'F3',
  send: 'F4',
  count: 'F6',
  mark: 'F7',
  cold: 'F8',
  level: 'F9',
}

interface Props {
  readonly hims: PharmacyBridge
  readonly round: number
  readonly now: Date
  /** The last pack that was scanned while this page was open. */
  readonly pack: PackSeen | null
}

type Told =
  | { readonly kind: 'answer'; readonly answer: StockAnswer | 'small'; readonly isBack: boolean }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

const nothing = { ending: [], stopped: [], asked: [], papers: [], coming: [], cold: [] }

/** What stands in every store of the hospital by medicine and lot, and all that is done with it. */
export function StockPage({ hims, round, now, pack }: Props) {
  const { t } = useText()
  const [query, setQuery] = useState('')
  const [deed, setDeed] = useState<Deed | null>(null)
  const [arriving, setArriving] = useState<Coming | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  const asked = useDelayed(query.trim(), 80)
  const answer = useAnswer(`${round} ${asked}`, () => hims.ask['stock.shelf']({ text: asked }))
  const stores = latest(useAnswer(String(round), () => hims.ask['stock.stores']({}))) ?? []
  const watch = latest(useAnswer(`${round} ${told === null}`, () => hims.ask['stock.watch']({}))) ?? nothing
  const found = latest(answer) ?? []
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (deed === null && arriving === null) box.current?.focus()
  }, [deed, arriving])
  const begin = (next: Deed) => () => {
    setTold(null)
    setArriving(null)
    setDeed(next)
  }
  useHotkeys(Object.fromEntries(deeds.map((each) => [caps[each], begin(each)])))
  const back = () => {
    setDeed(null)
    setArriving(null)
  }
  const saved = (came: StockAnswer | 'small') => {
    back()
    setTold({ kind: 'answer', answer: came, isBack: false })
  }
  const takeBack = async (paper: string) => {
    const came = await answered(hims.ask['stock.take-back']({ paper }))
    setTold(came.ok ? { kind: 'answer', answer: came.value, isBack: true } : { kind: 'refused', refusal: came.problem })
  }
  const slip = async (paper: string) => {
    const came = await answered(hims.ask['stock.slip']({ paper }))
    setTold(came.ok ? null : { kind: 'refused', refusal: came.problem })
  }
  const form = (which: Deed) => {
    const small = { hims, onSaved: () => saved('small'), onBack: back }
    switch (which) {
      case 'receive':
        return (
          <ReceiveForm
            {...{ hims, stores, pack }}
            cold={watch.cold}
            asked={watch.asked}
            onSaved={saved}
            onBack={back}
          />
        )
      case 'send':
        return <SendForm {...{ hims, stores }} cold={watch.cold} onSaved={saved} onBack={back} />
      case 'count':
        return <CountForm {...{ hims, stores, now }} onSaved={saved} onBack={back} />
      case 'mark':
        return <MarkForm {...small} />
      case 'cold':
        return <ColdForm {...small} {...{ stores, now }} cold={watch.cold} />
      case 'level':
        return <LevelForm {...small} />
      default:
        return unreachable(which)
    }
  }
  return (
    <div className="stock">
      <h1 className="spoken-only">{t('pharmacy.tab.stock')}</h1>
      <nav className="stock-deeds" aria-label={t('stock.deeds')}>
        {deeds.map((each) => (
          <ActionButton key={each} cap={caps[each]} kind={deed === each ? 'go' : 'plain'} onPress={begin(each)}>
            {t(`stock.${each}`)}
          </ActionButton>
        ))}
      </nav>
      {/* A form begins with the stores it may choose from. */}
      {deed !== null && stores.length > 0 ? (
        form(deed)
      ) : arriving !== null ? (
        <ArriveForm {...{ hims, stores }} coming={arriving} onSaved={saved} onBack={back} />
      ) : (
        <div className="stock-work">
          <div className="stock-shelves">
            <label className="collect-box">
              <Icon name="package" />
              <span className="spoken-only">{t('pharmacy.stock.label')}</span>
              <input
                ref={box}
                value={query}
                onChange={(event) => setQuery(event.currentTarget.value)}
                placeholder={t('pharmacy.stock.placeholder')}
                autoComplete="off"
                spellCheck={false}
                maxLength={100}
                dir="auto"
              />
            </label>
            <div>
              {told?.kind === 'answer' ? <SavedNote answer={told.answer} isBack={told.isBack} /> : null}
              {told?.kind === 'refused' ? <FaultNote refusal={told.refusal} /> : null}
            </div>
            <section className="panel stock-panel" aria-label={t('pharmacy.tab.stock')}>
              {answer.kind === 'refused' ? <FaultNote refusal={answer.refusal} /> : null}
              {found.length === 0 && answer.kind === 'here' ? (
                <p className="collect-empty">{t('pharmacy.stock.none', { text: asked })}</p>
              ) : (
                <ShelfTable found={found} stores={stores} />
              )}
            </section>
          </div>
          <WatchList
            watch={watch}
            stores={stores}
            now={now}
            onArrive={setArriving}
            onSlip={(paper) => void slip(paper)}
            onTakeBack={(paper) => void takeBack(paper)}
          />
        </div>
      )}
    </div>
  )
}
