const areas = [
  'common',
  'desk',
  'pharmacy',
  'kiosk',
  'room',
  'card',
  'cards',
  'paper',
  'fault',
  'scanner',
  'identity',
  'sync',
  'merge',
  'scheme',
  'visit',
  'admin',
  'day',
  'safety',
  'stock',
  'order',
  'speech',
  'staff',
  'register',
]

/** Catalogues are flat JSON, one file an area and language: `{"desk.find.title": "Find"}`. */
export default {
  locales: ['en', 'hi', 'pa', 'ur'],
  sourceLocale: 'en',
  catalogs: areas.map((area) => ({ path: `domain/text/{locale}/${area}`, include: [] })),
  format: {
    catalogExtension: '.json',
    parse: (content: string) =>
      Object.fromEntries(
        Object.entries<string>(JSON.parse(content)).map(([id, translation]) => [
          id,
          { translation, message: translation },
        ]),
      ),
    serialize: (catalog: Record<string, { translation?: string }>) =>
      `${JSON.stringify(Object.fromEntries(Object.entries(catalog).map(([id, entry]) => [id, entry.translation ?? ''])), null, 2)}\n`,
  },
}
