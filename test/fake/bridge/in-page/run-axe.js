// Runs axe-core, loaded before, with the rules turned on or off that the wish names, and says one line a violation.
globalThis.axe
  .run({
    resultTypes: ['violations'],
    preload: false,
    rules: globalThis.himsWish.rules,
  })
  .then(({ violations }) =>
    violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary.replaceAll('\n', ' ')}`),
    ),
  )
