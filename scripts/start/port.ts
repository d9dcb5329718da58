import { createServer } from 'node:net'
import { codeOf, Refusal, reasonOf } from '../refusal'

function refusalFor(thrown: unknown, host: string, port: number): Refusal {
  switch (codeOf(thrown)) {
    case 'EADDRINUSE':
      return new Refusal(
        `Port ${port} of ${host} is taken by another program.`,
        `Stop that program, or choose another port: PORT=${port === 65_535 ? port - 1 : port + 1} npm start.`,
      )
    case 'EACCES':
      return new Refusal(
        `Port ${port} may only be used by an administrator.`,
        'Choose one above 1023: PORT=3000 npm start.',
      )
    default:
      return new Refusal(
        `Quai cannot listen on ${host}, port ${port} (${reasonOf(thrown)}).`,
        'HOST must be an address of this machine, for example HOST=127.0.0.1.',
      )
  }
}

/** @throws Refusal when the web server could not listen there at this moment. */
export function requireFreePort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (thrown) => reject(refusalFor(thrown, host, port)))
    server.listen(port, host, () => server.close(() => resolve()))
  })
}
