import { expect, test } from 'vitest'
import { readTable } from './table'

const LISTS: Readonly<Record<string, readonly string[]>> = {
  containers: [
    'CONTAINER ID   IMAGE          COMMAND                  CREATED              STATUS                       PORTS                                         NAMES',
    '0a1b2c3d4e5f   nginx:alpine   "/docker-entrypoint.…"   About a minute ago   Up 2 seconds (healthy)       0.0.0.0:8080->80/tcp, [::]:8080->80/tcp       web',
    '1a1b2c3d4e5f   alpine         "sh -c \'echo \\"a\\"\'"     2 hours ago          Exited (137) 3 minutes ago                                                 calm_bell',
    '2a1b2c3d4e5f   redis          "docker-entrypoint.s…"   3 hours ago          Created                                                                    cache',
  ],
  'containers by a template': [
    'NAMES     STATUS',
    'web       Up About an hour',
    'db        Restarting (1) 2 seconds ago',
  ],
  images: [
    'REPOSITORY   TAG       IMAGE ID       CREATED       SIZE',
    '<none>       <none>    0a1b2c3d4e5f   2 weeks ago   187MB',
    'alpine       3.20      1a1b2c3d4e5f   N/A           7.8MB',
  ],
  'images since 29': [
    'IMAGE           ID             DISK USAGE   CONTENT SIZE   EXTRA',
    'alpine:latest   0a1b2c3d4e5f       12.8MB         3.81MB    U',
    'nginx:latest    1a1b2c3d4e5f        258MB         70.3MB',
  ],
  volumes: ['DRIVER    VOLUME NAME', 'local     data', `local     ${'0a'.repeat(32)}`],
  networks: [
    'NETWORK ID     NAME      DRIVER    SCOPE',
    '0a1b2c3d4e5f   bridge    bridge    local',
    '1a1b2c3d4e5f   none      null      local',
  ],
}

test.each(Object.entries(LISTS))(
  '[J19] %s: cells are told by their forms where blanks were run together',
  (_name, list) => {
    const laidOut = readTable(list, 0)
    expect(laidOut?.rows).toHaveLength(list.length - 1)
    const collapsed = list.map((line) => line.replace(/ {2,}/g, ' ').trim())
    expect(readTable(collapsed, 0)).toEqual(laidOut)
    const oneTab = list.map((line) => line.replace(/ {2,}/g, '\t').trim())
    expect(readTable(oneTab, 0)).toEqual(laidOut)
  },
)

test('[J19] a row whose cells have other forms does not belong to such a table', () => {
  const table = readTable(['CONTAINER ID IMAGE COMMAND CREATED STATUS PORTS NAMES', 'and so on, as before'], 0)
  expect(table?.rows).toEqual([])
})

test('[J19] words in capitals are no header', () => {
  expect(readTable(['IMAGE OF THE DAY', 'a b c'], 0)).toBeNull()
})

test('[J19] the name of a container that stands alone below its row, where a window broke it, is its name', () => {
  const list = LISTS.containers ?? []
  const broken = list.flatMap((line, index) =>
    index === 0 ? [line] : [line.slice(0, 150).trimEnd(), line.slice(150).trimEnd()],
  )
  expect(readTable(broken, 0)?.rows.map((row) => row.cells)).toEqual(readTable(list, 0)?.rows.map((row) => row.cells))
})
