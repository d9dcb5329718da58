import { type DirectoryNode, emptyDirectory, splitPath, withNode } from '../files/tree'
import { buildRoot, type RootDescription } from '../registry/root-files'

const BIN = [
  'apt apt-get awk base64 basename bash bunzip2 bzip2 cat chgrp chmod chown clear cmp cp curl cut dash date dd df diff dirname docker du',
  'echo egrep env expr false fgrep file find free getent git grep groups gunzip gzip head history hostname id ip journalctl jq kill killall less ln ls',
  'gpasswd newgrp lsof man md5sum mkdir mktemp more mount mv nano nc nl nproc od passwd ping pgrep pkill printenv printf ps pwd python3 readlink realpath',
  'rm rmdir scp sed seq sha256sum sleep sort ss ssh stat stty su sudo tac tail tar tee test time timeout top touch tr tree true tty umount',
  'column comm fold gawk join mawk nice nohup paste rev service setsid sha1sum shuf split stdbuf su sync uname uniq uptime vi view vim watch wc wget which who whoami xargs xz yes zcat zip unzip systemctl',
]

/** The files of the machine a student works on: a Debian with Docker installed. */
const HOST_ROOT: RootDescription = {
  directories: [
    '/boot',
    '/dev',
    '/etc',
    '/home',
    '/media',
    '/mnt',
    '/opt',
    '/proc',
    '/root',
    '/run',
    '/srv',
    '/sys',
    '/tmp',
    '/usr',
    '/var',
  ],
  links: { '/bin': 'usr/bin', '/sbin': 'usr/sbin', '/lib': 'usr/lib', '/usr/bin/sh': 'dash', '/var/run': '/run' },
  programsIn: {
    '/usr/bin': BIN.join(' ').split(' '),
    '/usr/sbin': [
      'addgroup',
      'adduser',
      'deluser',
      'dockerd',
      'groupadd',
      'groupdel',
      'useradd',
      'userdel',
      'usermod',
      'shutdown',
      'reboot',
    ],
  },
  files: {
    '/etc/os-release':
      'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nNAME="Debian GNU/Linux"\nVERSION_ID="12"\nVERSION="12 (bookworm)"\nVERSION_CODENAME=bookworm\nID=debian\nHOME_URL="https://www.debian.org/"\n',
    '/etc/debian_version': '12.12\n',
    '/etc/resolv.conf': 'nameserver 192.168.1.1\n',
  },
}

/** The accounts: the machine's own and its one user's, who may use sudo and Docker. */
function accountFiles(user: string): Readonly<Record<string, string>> {
  const isOwn = user !== 'root'
  const member = isOwn ? user : ''
  return {
    '/etc/passwd': `root:x:0:0:root:/root:/bin/bash\ndaemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin\nwww-data:x:33:33:www-data:/var/www:/usr/sbin/nologin\nnobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n${isOwn ? `${user}:x:1000:1000:${user}:/home/${user}:/bin/bash\n` : ''}`,
    '/etc/group': `root:x:0:\ndaemon:x:1:\nsudo:x:27:${member}\nwww-data:x:33:\nusers:x:100:\ndocker:x:999:${member}\n${isOwn ? `${user}:x:1000:\n` : ''}nogroup:x:65534:\n`,
  }
}

function nameFiles(hostname: string): Readonly<Record<string, string>> {
  return {
    '/etc/hostname': `${hostname}\n`,
    '/etc/hosts': `127.0.0.1\tlocalhost\n127.0.1.1\t${hostname}\n192.168.1.20\thost\n192.168.1.21\thost2\n`,
  }
}

/** The host's tree with the home folder of `user`. */
export function hostRoot(user: string, at: number, hostname = 'host'): DirectoryNode {
  const root = buildRoot(
    { host: { ...HOST_ROOT, files: { ...HOST_ROOT.files, ...nameFiles(hostname), ...accountFiles(user) } } },
    ['host'],
    at,
  )
  const home = withNode(root, splitPath(`/home/${user}`), emptyDirectory(at, 0o755, user))
  const shared = withNode(home, ['tmp'], emptyDirectory(at, 0o1777))
  return withNode(shared, splitPath('/var/lib/docker'), emptyDirectory(at, 0o710))
}
