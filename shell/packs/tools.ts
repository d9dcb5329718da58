import { gunzip, gzip, tar, zcat } from '../programs/archives'
import { dd } from '../programs/dd'
import { df } from '../programs/df'
import { nano, vi } from '../programs/editors'
import { chmod, chown, dirname, ln, readlink, realpath, rmdir } from '../programs/file-attributes'
import { find } from '../programs/find'
import { git } from '../programs/git'
import { kill, killall, pgrep, pidof, pkill } from '../programs/killers'
import * as machine from '../programs/machine-info'
import { mount, umount } from '../programs/mounts'
import { top } from '../programs/top'
import { du, mktemp, stat } from '../programs/tree-tools'
import { nice, nohup, setsid, stdbuf, timeout, xargs } from '../programs/wrappers'
import { CORE_PACK } from './core'
import type { Pack } from './pack'

/** Programs that search, measure and archive files, watch processes and end them, tell of the machine. */
export const TOOLS_PACK: Pack = {
  base: CORE_PACK,
  programs: [
    nice,
    nohup,
    setsid,
    stdbuf,
    timeout,
    xargs,
    kill,
    killall,
    pgrep,
    pidof,
    pkill,
    dd,
    df,
    du,
    chmod,
    chown,
    dirname,
    ln,
    readlink,
    realpath,
    rmdir,
    find,
    git,
    gunzip,
    gzip,
    mktemp,
    mount,
    umount,
    nano,
    vi,
    stat,
    tar,
    top,
    zcat,
    machine.arch,
    machine.clear,
    machine.env,
    machine.free,
    machine.nproc,
    machine.seq,
    machine.sync,
    machine.uname,
    machine.uptime,
    machine.which,
  ],
  commands: {},
}
