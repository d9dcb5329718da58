import { describe, expect, test } from 'vitest'
import { readTranscript } from './read-transcript'

function places(text: string): readonly string[] {
  return readTranscript(text).steps.map((step) => `${step.context} ${step.shellDepth} ${step.command}`)
}

describe('[R10] shells inside shells', () => {
  test('run -it opens a container’s shell, exit leaves it', () => {
    const text =
      'etu@pc:~$ docker run -it ubuntu\nroot@7d76be4069e4:/# ls\nbin\nroot@7d76be4069e4:/# exit\nexit\netu@pc:~$ docker ps'
    expect(places(text)).toEqual([
      'host 0 docker run -it ubuntu',
      'container 1 ls',
      'container 1 exit',
      'host 0 docker ps',
    ])
    expect(readTranscript(text).sessions).toEqual([
      { id: 0, parent: null, depth: 0, context: 'host', openedBy: null, user: 'etu', hostname: 'pc', end: 'open' },
      {
        id: 1,
        parent: 0,
        depth: 1,
        context: 'container',
        openedBy: 0,
        user: 'root',
        hostname: '7d76be4069e4',
        end: 'exit',
      },
    ])
  })

  test('a hostname of one’s own choice, busybox and old shells', () => {
    expect(places('$ docker exec -it web bash\nroot@web:/# ls\nroot@web:/# exit\n$ ls')).toEqual([
      'host 0 docker exec -it web bash',
      'container 1 ls',
      'container 1 exit',
      'host 0 ls',
    ])
    expect(places('$ docker exec -it db bash\nbash-4.4# mysql\n$ docker ps')).toEqual([
      'host 0 docker exec -it db bash',
      'container 1 mysql',
      'host 0 docker ps',
    ])
    expect(places('PS C:\\tp> docker exec -it db sh\n# cd /\n# redis-cli\nPS C:\\tp> docker ps')).toEqual([
      'host 0 docker exec -it db sh',
      'container 1 cd /',
      'container 1 redis-cli',
      'host 0 docker ps',
    ])
  })

  test('PowerShell in a container is told by its directory', () => {
    expect(
      places('PS C:\\Users\\a> docker run -it win powershell\nPS C:\\> ls\nPS C:\\> exit\nPS C:\\Users\\a> docker ps'),
    ).toEqual(['host 0 docker run -it win powershell', 'container 1 ls', 'container 1 exit', 'host 0 docker ps'])
  })

  test('a detach without a word: the outer prompt stands behind the inner one', () => {
    const text = 'etu@pc:~$ docker run -it --name a ubuntu\nroot@7d76be4069e4:/# etu@pc:~$ docker ps\nX\netu@pc:~$'
    expect(places(text)).toEqual(['host 0 docker run -it --name a ubuntu', 'host 0 docker ps'])
    expect(readTranscript(text).sessions.map(({ context, openedBy, end }) => ({ context, openedBy, end }))).toEqual([
      { context: 'host', openedBy: null, end: 'open' },
      { context: 'container', openedBy: 0, end: 'silent' },
    ])
    expect(readTranscript(text).steps[0]?.output).toBe('root@7d76be4069e4:/#')
  })

  test('a detach that docker attach reports', () => {
    const text =
      'etu@pc:~$ docker attach a\nroot@7d76be4069e4:/# ls\nbin\nroot@7d76be4069e4:/# read escape sequence\netu@pc:~$ ls'
    const { steps, sessions } = readTranscript(text)
    expect(places(text)).toEqual(['host 0 docker attach a', 'container 1 ls', 'host 0 ls'])
    expect(steps[1]?.keys).toEqual(['^P^Q'])
    expect(sessions[1]?.end).toBe('detach')
  })

  test('a program that is no shell opens none, even with -it', () => {
    expect(
      places(
        '$ docker exec -it demo ls /\nbin\n$ docker exec -it demo bash\nOCI runtime exec failed: no\n$ echo $?\n126',
      ),
    ).toEqual(['host 0 docker exec -it demo ls /', 'host 0 docker exec -it demo bash', 'host 0 echo $?'])
  })

  test('docker logs repeats what was typed in the container: that is output', () => {
    const text = 'etu@pc:~$ docker logs a\nroot@7d76be4069e4:/# ls\nbin\netu@pc:~$ docker ps'
    expect(places(text)).toEqual(['host 0 docker logs a', 'host 0 docker ps'])
  })

  test('sudo, ssh and another machine stay on a host; docker in docker does not', () => {
    expect(
      places('etu@pc:~$ sudo -i\nroot@pc:~# docker ps\nroot@pc:~# exit\nlogout\netu@pc:~$ ssh bob@srv\nbob@srv:~$ ls'),
    ).toEqual(['host 0 sudo -i', 'host 1 docker ps', 'host 1 exit', 'host 0 ssh bob@srv', 'host 1 ls'])
    expect(
      places(
        '$ docker exec -it d sh\n/ # docker run -it ubuntu\nroot@7d76be4069e4:/# ls\nroot@7d76be4069e4:/# exit\n/ # ls',
      ),
    ).toEqual([
      'host 0 docker exec -it d sh',
      'container 1 docker run -it ubuntu',
      'container 2 ls',
      'container 2 exit',
      'container 1 ls',
    ])
  })
})
