/** `node floor-process.ts`: as little as shows a figure in a browser: one page over HTTP. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const PAGE = `<!doctype html><html><body><p class="quote-last"></p></body>
<script>document.querySelector('.quote-last').textContent = '1'</script></html>`

const server = createServer((_, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
  response.end(PAGE)
})
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  console.log(`for a browser, once: http://127.0.0.1:${port}/`)
})
process.on('SIGTERM', () => process.exit(0))
