import { describe, expect, it } from 'vitest'
import { lastShown, machineWith } from '@/tests/support/shown-session'

const machine = machineWith(['nginx', 'alpine', 'redis'])
const inNetwork = ['docker network create n', 'docker run -d --name web --network n nginx']
const alpine = (line: string) => `docker run --rm --network n alpine ${line}`

it('[HOSTS1] a container reaches a published port of the host by host-gateway', () => {
  const lines = ['docker network create n', 'docker run -d -p 8080:80 nginx']
  const call = 'docker run --rm --network n --add-host host:host-gateway alpine nc -zv host 8080'
  expect(lastShown(machine, [...lines, call])).toEqual({ output: 'host (172.17.0.1:8080) open\n', exitCode: 0 })
})

it('[CO9] tells every address of a shared alias', () => {
  const two = [
    'docker network create n',
    ...['d1', 'd2'].map((name) => `docker run -d --name ${name} --network n --network-alias db redis`),
  ]
  expect(lastShown(machine, [...two, alpine('nslookup db')])).toEqual({
    output:
      'Server:\t\t127.0.0.11\nAddress:\t127.0.0.11:53\n\nNon-authoritative answer:\nName:\tdb\nAddress: 172.18.0.2\nName:\tdb\nAddress: 172.18.0.3\n\n',
    exitCode: 0,
  })
  expect(lastShown(machine, [...two, 'docker stop d1', alpine('getent hosts db')])).toEqual({
    output: '172.18.0.3        db  db\n',
    exitCode: 0,
  })
})

describe('nc', () => {
  it('[CO5] looks whether a port is open', () => {
    expect(lastShown(machine, [...inNetwork, alpine('nc -zv web 80')])).toEqual({
      output: 'web (172.18.0.2:80) open\n',
      exitCode: 0,
    })
    expect(lastShown(machine, [...inNetwork, alpine('nc -zv web 81')])).toEqual({
      output: 'nc: web (172.18.0.2:81): Connection refused\n',
      exitCode: 1,
    })
    expect(lastShown(machine, ['docker run -d -p 8080:80 nginx', 'nc -zv localhost 8080'])).toEqual({
      output: 'Connection to localhost (127.0.0.1) 8080 port [tcp/*] succeeded!\n',
      exitCode: 0,
    })
    expect(lastShown(machine, ['nc -zv localhost 8080'])).toEqual({
      output: 'nc: connect to localhost (127.0.0.1) port 8080 (tcp) failed: Connection refused\n',
      exitCode: 1,
    })
  })

  it('[CO1] carries what is piped in to one that listens, which then ends', () => {
    const lines = ['docker run -d --name ear -p 9000:9000 alpine nc -l -p 9000', 'echo bonjour | nc localhost 9000']
    expect(lastShown(machine, [...lines, 'docker logs ear'])).toEqual({ output: 'bonjour\n', exitCode: 0 })
    expect(lastShown(machine, [...lines, "docker inspect -f '{{.State.Status}} {{.State.ExitCode}}' ear"]).output).toBe(
      'exited 0\n',
    )
  })

  it('speaks HTTP when told the words', () => {
    expect(
      lastShown(machine, [
        'docker run -d -p 8080:80 nginx',
        "printf 'GET /50x.html HTTP/1.0\\r\\n\\r\\n' | nc localhost 8080 | tail -1",
      ]).output,
    ).toBe('<h1>An error occurred.</h1>\n')
  })
})

describe('ss and netstat', () => {
  it('list what listens in the network of the process', () => {
    expect(lastShown(machine, ['docker run -d -p 127.0.0.1:8080:80 nginx', 'ss -tln']).output).toBe(
      'State  Recv-Q Send-Q   Local Address:Port  Peer Address:Port Process\nLISTEN 0      4096         127.0.0.1:8080          0.0.0.0:* \n',
    )
    expect(
      lastShown(machine, [
        'docker run -d --name cache redis',
        'docker run --rm --network container:cache alpine netstat -tln',
      ]).output,
    ).toBe(
      'Active Internet connections (only servers)\nProto Recv-Q Send-Q Local Address           Foreign Address         State      \ntcp        0      0 0.0.0.0:6379            0.0.0.0:*               LISTEN     \n',
    )
  })
})

describe('nslookup', () => {
  it("[CO3] asks Docker's name server on user networks, where containers have names", () => {
    expect(lastShown(machine, [...inNetwork, alpine('nslookup web')])).toEqual({
      output:
        'Server:\t\t127.0.0.11\nAddress:\t127.0.0.11:53\n\nNon-authoritative answer:\nName:\tweb\nAddress: 172.18.0.2\n\n',
      exitCode: 0,
    })
    expect(lastShown(machine, [...inNetwork, 'docker run --rm alpine nslookup web'])).toEqual({
      output: "Server:\t\t192.168.1.1\nAddress:\t192.168.1.1:53\n\n** server can't find web: NXDOMAIN\n\n",
      exitCode: 1,
    })
  })
})

describe('python', () => {
  it('[CO1] serves a folder, and is stopped by Ctrl+C', () => {
    const lines = ['echo salut > page.txt', 'python3 -m http.server 8000 &', 'curl -s localhost:8000/page.txt']
    expect(lastShown(machine, lines).output).toBe(
      '127.0.0.1 - - [05/Jan/2026 TIME] "GET /page.txt HTTP/1.1" 200 -\nsalut\n',
    )
    expect(lastShown(machine, ['python3 -m http.server']).output).toBe(
      'Serving HTTP on 0.0.0.0 port 8000 (http://0.0.0.0:8000/) ...\n',
    )
    expect(lastShown(machine, ['python3 -m http.server', '^C'])).toEqual({
      output: '^C\nKeyboard interrupt received, exiting.\n',
      exitCode: 0,
    })
  })

  it('[CO6] prints literal texts, and says of other scripts that they are not simulated', () => {
    expect(lastShown(machine, [`python3 -c 'print("bonjour")'`])).toEqual({ output: 'bonjour\n', exitCode: 0 })
    expect(lastShown(machine, [`python3 -c 'import sys; sys.exit(3)'`])).toEqual({ output: '', exitCode: 3 })
    expect(lastShown(machine, [`python3 -c 'print(open("/etc/passwd").read())'`])).toEqual({
      output: 'python: this script is not simulated here: only the printing of literal texts is.\n',
      exitCode: 1,
    })
  })
})

describe('a way out', () => {
  const away = (network: string) => `docker run --rm --network ${network} alpine ping -c 1 8.8.8.8`
  const unreachable = 'PING 8.8.8.8 (8.8.8.8): 56 data bytes\nping: sendto: Network unreachable\n'

  it('[CO8] is not there without a network, nor on internal networks alone', () => {
    const closed = ['docker network create --internal vault', 'docker run -d --name web --network vault nginx']
    expect(lastShown(machine, [away('none')])).toEqual({ output: unreachable, exitCode: 1 })
    expect(lastShown(machine, [...closed, away('vault')])).toEqual({ output: unreachable, exitCode: 1 })
    expect(lastShown(machine, [...closed, 'docker run --rm --network vault alpine nc -zv web 80']).output).toBe(
      'web (172.18.0.2:80) open\n',
    )
    expect(lastShown(machine, [...closed, 'docker run --rm --network vault alpine wget -qO- example.com'])).toEqual({
      output: "wget: bad address 'example.com'\n",
      exitCode: 1,
    })
  })

  it('[CO8] is there as soon as one of its networks has one', () => {
    const both = [
      'docker network create --internal vault',
      'docker run -d --name two --network vault alpine sleep 1h',
      'docker network connect bridge two',
    ]
    expect(lastShown(machine, [...both, 'docker exec two ping -c 1 8.8.8.8 | grep -c "1 packets received"'])).toEqual({
      output: '1\n',
      exitCode: 0,
    })
  })
})
