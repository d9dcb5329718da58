import { readFileSync } from 'node:fs'
import path from 'node:path'

/** What the browser tests hand in. */

/** A real session of the exercise, from a real engine; it earns full marks. */
export const RECORDING = readFileSync(
  path.join(process.cwd(), 'tests/conformance/recordings/056-nginx-dynamic-port.txt'),
  'utf8',
)

export const DOCKERFILE = 'FROM nginx\nCOPY . /usr/share/nginx/html\nEXPOSE 80\n'

/** Lines without any sense, a little less than the most that is taken. */
export const NOISE = Array.from({ length: 16_000 }, (_, line) => `${line} ${(line * 7_919).toString(36).repeat(12)}`)
  .join('\n')
  .slice(0, 1_000_000)
