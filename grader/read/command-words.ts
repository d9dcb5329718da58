const dockerSubcommands = new Set(
  (
    'attach build builder buildx checkpoint commit compose config container context cp create debug desktop diff events exec export ' +
    'extension help history image images import info init inspect kill load login logout logs manifest model network node offload pause plugin port ' +
    'ps pull push rename restart rm rmi run save sbom scan scout search secret service stack start stats stop swarm system tag ' +
    'top trust unpause update version volume wait mcp'
  ).split(' '),
)

/** Words a shell line of a Docker course starts with. Not a list of what is allowed: after a sure prompt anything is a command. */
const commonCommands = new Set(
  (
    'docker podman docker-compose docker-machine kubectl minikube sudo su doas winpty time env export unset set alias source eval exec exit logout ' +
    'cd pwd ls ll la dir mkdir rmdir rm cp mv ln touch cat tac less more head tail nano vi vim emacs code gedit notepad notepad++ echo printf ' +
    'grep egrep sed awk sort uniq wc cut tr tee xargs find which whereis type file stat chmod chown chgrp df du free mount umount lsblk ' +
    'ps top htop kill killall pkill pgrep jobs fg bg wait sleep date uptime whoami id who hostname uname history clear cls reset man help ' +
    'curl wget ping ping6 ifconfig ip netstat ss ssh scp rsync telnet nc ncat nslookup dig host traceroute iptables nmap ' +
    'apt apt-get apt-cache aptitude dpkg yum dnf rpm apk pacman zypper brew choco winget snap systemctl service journalctl ' +
    'git make cmake gcc g++ go cargo rustc python python3 pip pip3 node npm npx yarn pnpm java javac mvn gradle php composer ruby gem dotnet ' +
    'mysql psql redis-cli mongo mongosh sqlite3 nginx apache2 httpd openssl gpg tar gzip gunzip zip unzip bash sh zsh fish ash dash ' +
    'adduser useradd usermod groupadd passwd newgrp groups tree watch seq yes true false test for while if until case read ' +
    'Get-ChildItem Get-Content Get-Process Get-Service Set-Location Write-Host Invoke-WebRequest iwr ipconfig powershell pwsh cmd wsl systeminfo ' +
    'vagrant multipass terraform ansible helm heroku az aws gcloud lsof strace script screen tmux nsenter unshare chroot mknod stress ab hey base64 md5sum sha256sum'
  ).split(' '),
)

/** English and French words that follow a command's name in a sentence about it, never in a command. */
const proseWords = new Set(
  (
    'is are was command commands lets allows to will can and or the an has have does should must uses shows using when that which with ' +
    'est sont et ou pour permet commande les la une des qui va peut avec affiche'
  ).split(' '),
)

const leaders = new Set(['sudo', 'winpty', 'time', 'doas', 'env', 'nohup', 'exec', 'command'])
/** Other names under which docker is called. */
const dockerPath = /^(?:\\|\/(?:[\w.-]{1,40}\/){1,8})?docker(?:\.exe)?$/
const assignment = /^[A-Za-z_]\w{0,63}=\S*$/

/** The first words of a line, at most twelve. */
function firstWords(line: string): readonly string[] {
  return line.slice(0, 400).trim().split(/\s+/, 12)
}

/** The words from the program's name on: leading `sudo -E`, `winpty`, `A=b` are skipped; docker by its bare name. */
export function programWords(line: string): readonly string[] {
  const words = firstWords(line)
  let i = 0
  while (i < words.length) {
    const word = words[i] ?? ''
    const skippable = leaders.has(word) || assignment.test(word) || (i > 0 && word.startsWith('-'))
    if (!skippable || i === words.length - 1) break
    i++
  }
  const program = words.slice(i)
  return program[0] !== 'docker' && dockerPath.test(program[0] ?? '') ? ['docker', ...program.slice(1)] : program
}

/** Whether the line invokes docker with a sub-command or option Docker has, and is no sentence about it. */
export function isDockerCommand(line: string): boolean {
  const [program, word, next] = programWords(line)
  if (program !== 'docker' && program !== 'podman') return false
  if (word === undefined) return true
  if (word.startsWith('-')) return true
  return dockerSubcommands.has(word) && !proseWords.has(next ?? '')
}

/** Whether the line starts with a word that is most often a command. */
export function startsWithKnownCommand(line: string): boolean {
  if (isDockerCommand(line)) return true
  const words = firstWords(line)
  const first = words[0] ?? ''
  if (first === 'docker') return false
  if (/^\.{0,2}\/[\w./-]+$/.test(first)) return true
  if (assignment.test(first)) return /^[A-Z]/.test(first) || words.length > 1
  return commonCommands.has(first) && !proseWords.has(words[1] ?? '')
}

/** Whether the line is what somebody types who means docker, slips included (`docker runn alpine`), and no sentence. */
export function isDockerAttempt(line: string): boolean {
  const [program, word, next] = programWords(line)
  if (program !== 'docker') return false
  return (
    word === undefined || (/^[a-z][a-z-]{1,19}$/.test(word) && !proseWords.has(word) && !proseWords.has(next ?? ''))
  )
}

/** Whether the line could be a command at all: it starts like a program, a path, a variable or a quoted word. */
export function couldBeCommand(line: string): boolean {
  return /^[A-Za-z0-9_./~$"'`([{!&:\\%?*<>-]/.test(line)
}
