// Loaded before every script: the store's binary and `.ts` files both need the Node this project brings.
const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  console.error(
    `This project runs on Node 24; this is Node ${process.versions.node}. ` +
      'On Linux and Windows x64 `npm ci` brings it; elsewhere install Node 24 from nodejs.org.',
  )
  process.exit(1)
}
