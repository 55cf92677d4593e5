import { useEffect, useRef, useState } from 'react'

import type { Person } from '../../../domain/person/person.ts'
import { useText } from '../../text/use-text.tsx'
import { answered } from '../../ui/ask.ts'
import { ActionButton } from '../../ui/button.tsx'
import { dayOf, dayText } from '../../ui/format.ts'
import { Note } from '../../ui/note.tsx'
import { latest, useAnswer } from '../../ui/use-answer.ts'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import type { DeskBridge } from '../desk-bridge.ts'
import { imageOf, pictureOf } from './picture.ts'
import { ToldNote } from './told-note.tsx'
import type { Told } from './told-note.tsx'
import { showIn, useFaceCamera } from './use-face-camera.ts'

interface Props {
  readonly hims: DeskBridge
  readonly person: Person
  readonly onBack: () => void
}

type Step =
  | { readonly kind: 'asking' }
  | { readonly kind: 'framing' }
  | { readonly kind: 'taken'; readonly photo: string }

/** The picture before a camera, with a ring for the face. */
function Framing({ onTaken }: { readonly onTaken: (photo: string) => void }) {
  const { t } = useText()
  const video = useRef<HTMLVideoElement>(null)
  const camera = useFaceCamera()
  const stream = camera.kind === 'shown' ? camera.stream : null
  useEffect(() => showIn(video.current, stream), [stream])
  const take = async () => {
    const photo = video.current === null ? null : await pictureOf(video.current)
    if (photo !== null) onTaken(photo)
  }
  useHotkeys({ Enter: () => void take() })
  if (camera.kind === 'none' || camera.kind === 'refused') {
    return (
      <Note kind="care" title={t(`desk.camera.${camera.kind}`)}>
        <p className="meta">{t(`desk.camera.${camera.kind}.next`)}</p>
      </Note>
    )
  }
  return (
    <>
      <div className="photo-frame">
        <video ref={video} muted playsInline className="mirrored" aria-label={t('register.photo')} />
        <span className="photo-ring" aria-hidden="true" />
      </div>
      <p className="meta">{t(camera.kind === 'asking' ? 'desk.camera.asking' : 'register.photo.frame')}</p>
      <ActionButton kind="go" cap="Enter" onPress={() => void take()}>
        {t('register.photo.take')}
      </ActionButton>
    </>
  )
}

/** A photo of somebody who agrees to it. It stays in this computer's encrypted records. */
export function PhotoPanel({ hims, person, onBack }: Props) {
  const { t } = useText()
  const [step, setStep] = useState<Step>({ kind: 'asking' })
  const [told, setTold] = useState<Told | null>(null)
  const [round, setRound] = useState(0)
  const kept = latest(useAnswer(`${person.id} ${round}`, () => hims.ask['photo.of']({ personId: person.id })))
  const back = useRef<HTMLDivElement>(null)
  useEffect(() => back.current?.focus(), [])
  const keep = async (photo: string | null) => {
    const answer = await answered(hims.ask['photo.keep']({ personId: person.id, photo }))
    if (!answer.ok) return setTold({ kind: 'refused', refusal: answer.problem })
    if (answer.value.kind !== 'kept') return setTold(answer.value)
    setTold(null)
    setStep({ kind: 'asking' })
    setRound(round + 1)
  }
  useHotkeys({
    Escape: onBack,
    Enter:
      step.kind === 'asking'
        ? () => setStep({ kind: 'framing' })
        : step.kind === 'taken'
          ? () => void keep(step.photo)
          : undefined,
  })
  const title = t('register.photo.of', { name: person.name.latin })
  return (
    <div className="next photo-panel" ref={back} tabIndex={-1}>
      <h3>{title}</h3>
      {told === null ? null : <ToldNote told={told} />}
      {step.kind === 'asking' ? (
        <>
          {kept === null ? null : (
            <figure className="photo-kept">
              <img src={imageOf(kept.photo)} alt={title} />
              <figcaption className="meta muted">
                {t('register.photo.taken', { day: dayText(t, dayOf(new Date(kept.takenAt))) })}
              </figcaption>
            </figure>
          )}
          <p>{t('register.photo.ask')}</p>
          <ActionButton kind="go" cap="Enter" onPress={() => setStep({ kind: 'framing' })}>
            {t('register.photo.agree')}
          </ActionButton>
          {kept === null ? null : (
            <ActionButton cap="F8" onPress={() => void keep(null)}>
              {t('register.photo.remove')}
            </ActionButton>
          )}
        </>
      ) : null}
      {step.kind === 'framing' ? <Framing onTaken={(photo) => setStep({ kind: 'taken', photo })} /> : null}
      {step.kind === 'taken' ? (
        <>
          <img className="photo-taken" src={imageOf(step.photo)} alt={title} />
          <ActionButton kind="go" cap="Enter" onPress={() => void keep(step.photo)}>
            {t('register.photo.keep')}
          </ActionButton>
          <ActionButton cap="F7" onPress={() => setStep({ kind: 'framing' })}>
            {t('register.photo.again')}
          </ActionButton>
        </>
      ) : null}
      <ActionButton cap="Esc" onPress={onBack}>
        {t('register.back')}
      </ActionButton>
    </div>
  )
}
