import { CORE_HANDLERS } from '@/engine/commands/handlers/core'
import { date } from '../programs/date'
import { docker } from '../programs/docker'
import { dockerInit } from '../programs/docker-init'
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
} from '../programs/file-tools'
import { cat, cut, head, nl, rev, tac, tr, uniq } from '../programs/filters'
import { egrep, fgrep, grep } from '../programs/grep'
import { groups, id, whoami } from '../programs/identity'
import { ls } from '../programs/ls'
import * as machine from '../programs/machine-info'
import { notSimulated } from '../programs/not-simulated'
import { ps } from '../programs/ps'
import { env } from '../programs/runners'
import { shellProgram } from '../programs/shell'
import { echo, falseProgram, helloWorld, hostname, printf, pwd, test, trueProgram, tty } from '../programs/simple'
import { sleep } from '../programs/sleep'
import { sort } from '../programs/sort'
import { tail, yes } from '../programs/streams'
import { sudo } from '../programs/sudo'
import { tee } from '../programs/tee'
import { unknown } from '../programs/unknown'
import { wc } from '../programs/wc'
import type { Pack } from './pack'

const shells = [
  shellProgram('bash', 'bash'),
  shellProgram('dash', 'dash'),
  shellProgram('ash', 'ash'),
  shellProgram('sh', 'ash'),
]

/** What a first hour with Docker types. */
export const CORE_PACK: Pack = {
  base: null,
  programs: [
    ...shells,
    baseNameProgram,
    chmod,
    chown,
    cp,
    dirname,
    ln,
    ls,
    mkdir,
    mv,
    readlink,
    realpath,
    rm,
    rmdir,
    touch,
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
    sort,
    tac,
    tail,
    tee,
    tr,
    uniq,
    wc,
    yes,
    env,
    ps,
    sleep,
    unknown,
    sudo,
    date,
    hostname,
    machine.arch,
    machine.clear,
    machine.env,
    machine.free,
    groups,
    id,
    machine.nproc,
    machine.seq,
    machine.sync,
    machine.uname,
    machine.uptime,
    machine.which,
    whoami,
    notSimulated,
    docker,
    dockerInit,
    falseProgram,
    helloWorld,
    pwd,
    test,
    trueProgram,
    tty,
  ],
  commands: CORE_HANDLERS,
}
