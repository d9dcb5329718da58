import type { Program } from '@/engine/kernel/program'
import { gunzip, gzip, tar, zcat } from './archives'
import { awk } from './awk'
import { comm, fold, paste } from './columns'
import { curl } from './curl'
import { date } from './date'
import { dd } from './dd'
import { df } from './df'
import { cmp, diff } from './diff'
import { base64, md5sum, sha1sum, sha256sum } from './digests'
import { docker } from './docker'
import { dockerInit } from './docker-init'
import { expr } from './expr'
import {
  baseNameProgram,
  chmod,
  chown,
  cp,
  dirname,
  ln,
  mkdir,
  mv,
  readlink,
  realpath,
  rm,
  rmdir,
  touch,
} from './file-tools'
import { cat, cut, head, nl, rev, tac, tr, uniq } from './filters'
import { find } from './find'
import { egrep, fgrep, grep } from './grep'
import { httpd } from './httpd'
import { ifconfig } from './ifconfig'
import { ls } from './ls'
import * as machine from './machine-info'
import { nc } from './nc'
import { getent, ip } from './network-tools'
import { nginx, nginxWorker } from './nginx'
import { node } from './node'
import { notSimulated } from './not-simulated'
import { nslookup } from './nslookup'
import { apk, aptCommand, aptGet, yum } from './packages'
import { ping } from './ping'
import { postgres } from './postgres'
import { ps } from './ps'
import { python } from './python'
import { redisCli } from './redis-cli'
import { redisServer } from './redis-server'
import { registryServer } from './registry-server'
import { env, nice, nohup, setsid, stdbuf, sudo, timeout, xargs } from './runners'
import { sed } from './sed'
import { shellProgram } from './shell'
import { echo, falseProgram, helloWorld, hostname, printf, pwd, test, trueProgram, tty } from './simple'
import { sleep } from './sleep'
import { netstat, ss } from './sockets'
import { sort } from './sort'
import { tail, yes } from './streams'
import { tee } from './tee'
import { top } from './top'
import { du, mktemp, stat } from './tree-tools'
import { unknown } from './unknown'
import { wc } from './wc'
import { wget } from './wget'

const shells: readonly Program[] = [
  shellProgram('bash', 'bash'),
  shellProgram('dash', 'dash'),
  shellProgram('ash', 'ash'),
  shellProgram('sh', 'ash'),
]

const servers: readonly Program[] = [nginx, nginxWorker, httpd, redisServer, redisCli, registryServer, postgres, python]

const files: readonly Program[] = [
  baseNameProgram,
  chmod,
  chown,
  cp,
  dd,
  df,
  dirname,
  du,
  find,
  gunzip,
  gzip,
  ln,
  ls,
  mkdir,
  mktemp,
  mv,
  readlink,
  realpath,
  rm,
  rmdir,
  stat,
  tar,
  touch,
  zcat,
]

const texts: readonly Program[] = [
  base64,
  cmp,
  comm,
  diff,
  expr,
  fold,
  md5sum,
  paste,
  sha1sum,
  sha256sum,
  awk,
  cat,
  cut,
  echo,
  egrep,
  fgrep,
  grep,
  head,
  nl,
  printf,
  rev,
  sed,
  sort,
  tac,
  tail,
  tee,
  tr,
  uniq,
  wc,
  yes,
]

const processes: readonly Program[] = [
  env,
  nice,
  nohup,
  ps,
  setsid,
  sleep,
  unknown,
  stdbuf,
  sudo,
  timeout,
  top,
  xargs,
  machine.kill,
  machine.killall,
  machine.pgrep,
  machine.pidof,
  machine.pkill,
]

const machineInfo: readonly Program[] = [
  date,
  hostname,
  machine.arch,
  machine.clear,
  machine.env,
  machine.free,
  machine.groups,
  machine.id,
  machine.nproc,
  machine.seq,
  machine.sync,
  machine.uname,
  machine.uptime,
  machine.which,
  machine.whoami,
]

const others: readonly Program[] = [
  ifconfig,
  nc,
  netstat,
  node,
  notSimulated,
  nslookup,
  ss,
  apk,
  aptCommand,
  aptGet,
  curl,
  docker,
  dockerInit,
  falseProgram,
  getent,
  helloWorld,
  ip,
  ping,
  pwd,
  test,
  trueProgram,
  tty,
  wget,
  yum,
]

const byName: ReadonlyMap<string, Program> = new Map(
  [...shells, ...servers, ...files, ...texts, ...processes, ...machineInfo, ...others].map((program) => [
    program.name,
    program,
  ]),
)

/** Executables that another model runs. */
const sameAs: Readonly<Record<string, string>> = {
  python: 'python3',
  nodejs: 'node',
  netcat: 'nc',
  '[': 'test',
  gawk: 'awk',
  mawk: 'awk',
  more: 'cat',
  less: 'cat',
  dnf: 'yum',
  'httpd-foreground': 'httpd',
}

/** The model that runs an executable, by its name; null for what is not modelled. */
export function findProgram(name: string): Program | null {
  return byName.get(Object.hasOwn(sameAs, name) ? (sameAs[name] ?? name) : name) ?? null
}
