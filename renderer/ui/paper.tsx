import { useCallback } from 'react'

interface Props {
  /** A PNG as `print.preview` gives it. */
  readonly png: Uint8Array
  readonly alt: string
}

/** A slip or label as it was drawn for the printer; the only thing on a screen that casts a shadow. */
export function PaperPicture({ png, alt }: Props) {
  const show = useCallback(
    (image: HTMLImageElement) => {
      const url = URL.createObjectURL(new Blob([Uint8Array.from(png)], { type: 'image/png' }))
      image.src = url
      return () => URL.revokeObjectURL(url)
    },
    [png],
  )
  return <img className="paper slip-picture" ref={show} alt={alt} />
}
