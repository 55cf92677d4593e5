import type { Handlers } from '../../contract/channel.ts'
import type { doctor } from '../../contract/doctor.ts'
import type { Counter } from './counter.ts'
import { callNext, noteInRoom } from './doctor-call.ts'
import { lookAt } from './doctor-look.ts'
import { roomNow } from './doctor-room.ts'
import { seatChoices, sit } from './doctor-seat.ts'
import { checkItems, findMedicines, giveToPharmacy, writtenLately } from './doctor-write.ts'
import { answerQuestion, ordersToTakeBack, roomQuestions, takeOrderBack } from './order-answer.ts'
import { staffHandlers } from './shell-handlers.ts'
import { speakerOf } from './visit-note.ts'

export const doctorHandlers = (
  counter: Counter,
): Omit<Handlers<typeof doctor.channels>, 'terminal.about' | 'terminal.recover'> => {
  const { bench } = counter
  return {
    ...staffHandlers(counter),
    async 'room.now'() {
      const speaker = speakerOf(bench)
      return speaker === null ? { ...nobody, seats: seatChoices(bench) } : roomNow(bench, speaker)
    },
    async 'room.sit'(asked) {
      const speaker = speakerOf(bench)
      return speaker !== null && sit(bench, speaker.by, asked)
    },
    'room.next': async ({ current }) => callNext(bench, current),
    'room.note': async (asked) => noteInRoom(bench, asked),
    'write.medicines': async ({ text }) => findMedicines(bench, text),
    'write.lately': async () => writtenLately(bench),
    'write.check': async ({ personId, items }) => checkItems(bench, personId, items),
    'write.look': async ({ personId, items }) => lookAt(bench, personId, items),
    'write.orders': async () => ordersToTakeBack(bench),
    'write.take-back': async (asked) => takeOrderBack(bench, asked),
    'question.list': async () => roomQuestions(bench),
    'question.answer': async (asked) => answerQuestion(bench, asked),
    'write.give': async (asked) => giveToPharmacy(bench, asked),
  }
}

/** Before this terminal is enrolled. */
const nobody = {
  seat: null,
  current: null,
  elsewhere: null,
  next: null,
  queue: [],
  others: [],
  last: null,
  seen: 0,
}
