/** A test process that will be killed: starts a Redis, tells of it, and stays. */
import { startRedis } from './redis.ts'

const server = await startRedis()
process.stdout.write(`${JSON.stringify({ port: server.port, folder: server.folder })}\n`)
setInterval(() => {}, 1000)
