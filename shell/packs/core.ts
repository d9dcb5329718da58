import { CORE_HANDLERS } from '@/engine/commands/handlers/core'
import { date } from '../programs/date'
import { docker } from '../programs/docker'
import { dockerInit } from '../programs/docker-init'
import { baseNameProgram, cp, mkdir, mv, rm, touch } from '../programs/file-tools'
import { cat, head } from '../programs/filters'
import { ls } from '../programs/ls'
import { notSimulated } from '../programs/not-simulated'
import { ps } from '../programs/ps'
import { env } from '../programs/runners'
import { shellProgram } from '../programs/shell'
import { echo, falseProgram, helloWorld, hostname, printf, pwd, test, trueProgram, tty } from '../programs/simple'
import { sleep } from '../programs/sleep'
import { tail, yes } from '../programs/streams'
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
    cp,
    ls,
    mkdir,
    mv,
    rm,
    touch,
    cat,
    echo,
    head,
    printf,
    tail,
    tee,
    wc,
    yes,
    env,
    ps,
    sleep,
    unknown,
    date,
    hostname,
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
