console.log(`hello from the child ${process.argv[2]} ${process.env.CONFORM}`)
process.parentPort.on('message', ({ data }) => {
  if (data === 'leave') process.exit(7)
  process.parentPort.postMessage({
    data,
    kinds: [data.bytes instanceof Uint8Array, data.date instanceof Date, data.map instanceof Map, typeof data.big],
  })
})
