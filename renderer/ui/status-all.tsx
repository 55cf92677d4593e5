import { useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'

import { useText } from '../text/use-text.tsx'
import { ActionButton } from './button.tsx'
import { keyName } from './hotkey.ts'
import { StateShape } from './icon/state-shape.tsx'
import { gravest } from './status-fold.ts'
import type { StatusItem } from './status-line.ts'
import { useKeysAbove } from './use-hotkeys.ts'

interface Props {
  readonly items: readonly StatusItem[]
  readonly folded: ReadonlySet<number>
}

/** A sign and words for what has no room in the bar; pressed, everything is told, until it is put away. */
export function StatusAll({ items, folded }: Props) {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  const kind = gravest(items.filter((_, at) => folded.has(at)).map((item) => item.kind))
  const close = () => setOpen(false)
  return (
    <>
      {folded.size === 0 ? null : (
        <div className="status-more">
          <ActionButton kind="bare" cap="Shift F1" onPress={() => setOpen(true)}>
            <span className="row tight">
              <StateShape kind={kind} />
              {t('common.status.more', { count: folded.size })}
            </span>
          </ActionButton>
        </div>
      )}
      <ModalOverlay className="palette-ground" isOpen={isOpen} isDismissable onOpenChange={setOpen}>
        <Modal className="palette">
          <Dialog aria-label={t('common.status')}>
            <h2>{t('common.status')}</h2>
            <Told items={items} onClose={close} />
            <div className="row">
              <ActionButton cap="Esc" onPress={close}>
                {t('staff.actions.close')}
              </ActionButton>
            </div>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  )
}

function Told({ items, onClose }: Pick<Props, 'items'> & { readonly onClose: () => void }) {
  const { t } = useText()
  useKeysAbove((event) => {
    if (keyName(event) !== 'Escape') return 'for-field'
    onClose()
    return true
  })
  return (
    <ul className="status-all">
      {items.map(({ key, kind, id, values }) => (
        <li key={key}>
          <StateShape kind={kind} />
          <span>{t(id, values)}</span>
        </li>
      ))}
    </ul>
  )
}
