import type { Handlers } from '../../contract/channel.ts'
import type { registerChannels } from '../../contract/register.ts'
import { suggestPlaces } from '../../domain/place/suggest-place.ts'
import { printBand } from './band-desk.ts'
import type { Counter } from './counter.ts'
import { registerBabies } from './newborn-desk.ts'
import { fetchPerson, findElsewhere } from './person-elsewhere.ts'
import { keepPhoto, photoOf } from './photo-desk.ts'
import { registerUnknown } from './unknown-desk.ts'

/** What a desk asks while it finds or registers somebody, beyond the form itself. */
export const registerHandlers = ({ bench, find }: Counter): Handlers<typeof registerChannels> => ({
  'person.elsewhere': async (asked) => findElsewhere(bench, find, asked),
  'person.fetch': async ({ id }) => fetchPerson(bench, find, id),
  'place.suggest': async ({ text }) => [...suggestPlaces(text, bench.store.places.most())],
  'person.baby': async (asked) => registerBabies(bench, asked),
  'person.unknown': async (asked) => registerUnknown(bench, asked),
  'band.print': async ({ personId }) => printBand(bench, personId),
  'photo.keep': async (asked) => keepPhoto(bench, asked),
  'photo.of': async ({ personId }) => photoOf(bench, personId),
})
