interface Place {
  readonly kind: 'window'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where the four windows stand on one screen: the desks overlap a little, the kiosk stands upright beside them. */
export const windowPlaces = (): Readonly<
  Record<'desk' | 'pharmacy' | 'kiosk' | 'doctor' | 'display' | 'admin' | 'room', Place>
> => ({
  desk: { kind: 'window', x: 0, y: 0, width: 1366, height: 768 },
  pharmacy: { kind: 'window', x: 12, y: 120, width: 1366, height: 768 },
  kiosk: { kind: 'window', x: 1380, y: 0, width: 540, height: 960 },
  doctor: { kind: 'window', x: 24, y: 60, width: 1366, height: 768 },
  display: { kind: 'window', x: 160, y: 40, width: 1280, height: 720 },
  admin: { kind: 'window', x: 36, y: 90, width: 1366, height: 768 },
  room: { kind: 'window', x: 480, y: 240, width: 900, height: 768 },
})
