import { useEffect, useReducer, useState } from 'react'

import type { Bridge } from '../../contract/channel.ts'
import type { Room } from '../../contract/room.ts'
import { emptyHand, handling } from './room-state.ts'
import type { RoomTold } from './room-state.ts'

export type RoomBridge = Bridge<Room>

/** How the room stands, null until the first answer. */
export function useRoomState({ ask, listen }: RoomBridge): RoomTold | null {
  const [state, setState] = useState<RoomTold | null>(null)
  useEffect(() => {
    const deaf = listen('room', setState)
    ask['room.state']({}).then(setState, () => undefined)
    return deaf
  }, [ask, listen])
  return state
}

/** Picks papers up and holds them under scanners. */
export function useHand({ ask }: RoomBridge) {
  const [hand, dispatch] = useReducer(handling, emptyHand)
  const hold = (paper: string, scanner: string) => {
    dispatch({ kind: 'held', paper, scanner })
    ask['room.scan']({ paper, scanner }).then(
      ({ kind }) => dispatch({ kind: 'answered', paper, scanner, verdict: kind }),
      () => dispatch({ kind: 'answered', paper, scanner, verdict: 'failed' }),
    )
  }
  return {
    hand,
    hold,
    pick: (paper: string) => dispatch({ kind: 'picked', paper }),
    drop: () => dispatch({ kind: 'dropped' }),
  }
}

/** The picture of one paper, fetched once; null while it comes, `none` when there is none. */
export function usePicture({ ask }: RoomBridge, paper: string): Uint8Array | 'none' | null {
  const [picture, setPicture] = useState<Uint8Array | 'none' | null>(null)
  useEffect(() => {
    let over = false
    ask['room.picture']({ paper }).then(
      (png) => {
        if (!over) setPicture(png ?? 'none')
      },
      () => {
        if (!over) setPicture('none')
      },
    )
    return () => {
      over = true
    }
  }, [ask, paper])
  return picture
}
