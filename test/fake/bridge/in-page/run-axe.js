// Runs axe-core, loaded before, with the rules that the wish names, and says one line a violation.
globalThis.himsAxe = async (wish) => {
  const { violations } = await globalThis.axe.run({ resultTypes: ['violations'], preload: false, ...wish })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary.replaceAll('\n', ' ')}`),
  )
}
