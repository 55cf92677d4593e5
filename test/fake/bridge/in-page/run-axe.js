// Runs axe-core, loaded before, without the rules named in the wish, and says one line a violation.
globalThis.axe
  .run({
    resultTypes: ['violations'],
    preload: false,
    rules: Object.fromEntries(globalThis.himsWish.without.map((rule) => [rule, { enabled: false }])),
  })
  .then(({ violations }) =>
    violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary.replaceAll('\n', ' ')}`),
    ),
  )
