import type { CommandRow } from './command-row'

/** The commands of containers. */
export const CONTAINER_COMMANDS: readonly CommandRow[] = [
  {
    name: 'attach',
    paths: ['container attach', 'attach'],
    use: '[OPTIONS] CONTAINER',
    args: [1, 1],
    summary: 'Attach local standard input, output, and error streams to a running container',
    flags: 'detach-keys:string no-stdin:bool sig-proxy:bool=true',
  },
  {
    name: 'commit',
    paths: ['container commit', 'commit'],
    use: '[OPTIONS] CONTAINER [REPOSITORY[:TAG]]',
    args: [1, 2],
    summary: "Create a new image from a container's changes",
    flags: 'author,a:string change,c:list message,m:string no-pause:bool@29 pause,p:bool=true@20..28',
  },
  {
    name: 'container inspect',
    use: '[OPTIONS] CONTAINER [CONTAINER...]',
    args: [1, null],
    summary: 'Display detailed information on one or more containers',
    flags: 'format,f:string size,s:bool',
  },
  {
    name: 'container prune',
    use: '[OPTIONS]',
    args: [0, 0],
    summary: 'Remove all stopped containers',
    flags: 'filter:filter force,f:bool',
  },
  {
    name: 'cp',
    paths: ['container cp', 'cp'],
    use: '[OPTIONS] CONTAINER:SRC_PATH DEST_PATH|-\n\tdocker cp [OPTIONS] SRC_PATH|- CONTAINER:DEST_PATH',
    args: [2, 2],
    summary: 'Copy files/folders between a container and the local filesystem',
    flags: 'archive,a:bool follow-link,L:bool quiet,q:bool@28..29',
  },
  {
    name: 'create',
    paths: ['container create', 'create'],
    use: '[OPTIONS] IMAGE [COMMAND] [ARG...]',
    args: [1, null],
    summary: 'Create a new container',
    optionsFirst: true,
    flags: `
      add-host:list annotation:map@28..29 attach,a:list blkio-weight:uint16 blkio-weight-device:list
      cap-add:list cap-drop:list cgroup-parent:string cgroupns:string cidfile:string cpu-count:int64@29
      cpu-percent:int64@29 cpu-period:int cpu-quota:int cpu-rt-period:int cpu-rt-runtime:int cpu-shares,c:int
      cpus:decimal cpuset-cpus:string cpuset-mems:string device:list device-cgroup-rule:list
      device-read-bps:list device-read-iops:list device-write-bps:list device-write-iops:list
      disable-content-trust:bool=true@20..28 dns:list dns-option:list dns-search:list domainname:string
      entrypoint:string env,e:list env-file:list expose:list gpus:gpu-request group-add:list health-cmd:string
      health-interval:duration health-retries:int health-start-interval:duration@28..29
      health-start-period:duration health-timeout:duration hostname,h:string init:bool interactive,i:bool
      io-maxbandwidth:bytes@29 io-maxiops:uint64@29 ip:string ip6:string ipc:string isolation:string
      kernel-memory:bytes@20..28 label,l:list label-file:list link:list link-local-ip:list log-driver:string
      log-opt:list mac-address:string memory,m:bytes memory-reservation:bytes memory-swap:bytes
      memory-swappiness:int=-1 mount:mount name:string network:network network-alias:list no-healthcheck:bool
      oom-kill-disable:bool oom-score-adj:int pid:string pids-limit:int platform:string privileged:bool
      publish,p:list publish-all,P:bool pull:string=missing quiet,q:bool@28..29 read-only:bool
      restart:string=no rm:bool runtime:string security-opt:list shm-size:bytes stop-signal:string
      stop-timeout:int storage-opt:list sysctl:map tmpfs:list tty,t:bool ulimit:ulimit
      use-api-socket:bool@28..29 user,u:string userns:string uts:string volume,v:list volume-driver:string
      volumes-from:list workdir,w:string net:network! net-alias:list! dns-opt:list!`,
  },
  {
    name: 'diff',
    paths: ['container diff', 'diff'],
    use: 'CONTAINER',
    args: [1, 1],
    summary: "Inspect changes to files or directories on a container's filesystem",
  },
  {
    name: 'exec',
    paths: ['container exec', 'exec'],
    use: '[OPTIONS] CONTAINER COMMAND [ARG...]',
    args: [2, null],
    summary: ['Run a command in a running container', 'Execute a command in a running container'],
    optionsFirst: true,
    flags: `
      detach,d:bool detach-keys:string env,e:list env-file:list interactive,i:bool privileged:bool tty,t:bool
      user,u:string workdir,w:string`,
  },
  {
    name: 'export',
    paths: ['container export', 'export'],
    use: '[OPTIONS] CONTAINER',
    args: [1, 1],
    summary: "Export a container's filesystem as a tar archive",
    flags: 'output,o:string',
  },
  {
    name: 'inspect',
    use: '[OPTIONS] NAME|ID [NAME|ID...]',
    args: [1, null],
    summary: 'Return low-level information on Docker objects',
    flags: 'format,f:string size,s:bool type:string',
  },
  {
    name: 'kill',
    paths: ['container kill', 'kill'],
    use: '[OPTIONS] CONTAINER [CONTAINER...]',
    args: [1, null],
    summary: 'Kill one or more running containers',
    flags: 'signal,s:string',
  },
  {
    name: 'logs',
    paths: ['container logs', 'logs'],
    use: '[OPTIONS] CONTAINER',
    args: [1, 1],
    summary: 'Fetch the logs of a container',
    flags: 'details:bool follow,f:bool since:string tail,n:string=all timestamps,t:bool until:string',
  },
  {
    name: 'pause',
    paths: ['container pause', 'pause'],
    use: 'CONTAINER [CONTAINER...]',
    args: [1, null],
    summary: 'Pause all processes within one or more containers',
  },
  {
    name: 'port',
    paths: ['container port', 'port'],
    use: 'CONTAINER [PRIVATE_PORT[/PROTO]]',
    args: [1, 2],
    summary: 'List port mappings or a specific mapping for the container',
  },
  {
    name: 'ps',
    paths: ['container ls', '~container list', '~container ps', 'ps'],
    use: '[OPTIONS]',
    args: [0, 0],
    summary: 'List containers',
    flags: `
      all,a:bool filter,f:filter format:string last,n:int=-1 latest,l:bool no-trunc:bool quiet,q:bool
      size,s:bool`,
  },
  {
    name: 'rename',
    paths: ['container rename', 'rename'],
    use: 'CONTAINER NEW_NAME',
    args: [2, 2],
    summary: 'Rename a container',
  },
  {
    name: 'restart',
    paths: ['container restart', 'restart'],
    use: '[OPTIONS] CONTAINER [CONTAINER...]',
    args: [1, null],
    summary: 'Restart one or more containers',
    flags: 'signal,s:string@28..29 time,t:int=10@20 timeout,t:int@28..29 time:int@28..29!',
  },
  {
    name: 'rm',
    paths: ['container rm', '~container remove', 'rm'],
    use: '[OPTIONS] CONTAINER [CONTAINER...]',
    args: [1, null],
    summary: 'Remove one or more containers',
    flags: 'force,f:bool link,l:bool volumes,v:bool',
  },
  {
    name: 'run',
    paths: ['container run', 'run'],
    use: '[OPTIONS] IMAGE [COMMAND] [ARG...]',
    args: [1, null],
    summary: ['Run a command in a new container', 'Create and run a new container from an image'],
    optionsFirst: true,
    flags: `
      add-host:list annotation:map@28..29 attach,a:list blkio-weight:uint16 blkio-weight-device:list
      cap-add:list cap-drop:list cgroup-parent:string cgroupns:string cidfile:string cpu-count:int64@29
      cpu-percent:int64@29 cpu-period:int cpu-quota:int cpu-rt-period:int cpu-rt-runtime:int cpu-shares,c:int
      cpus:decimal cpuset-cpus:string cpuset-mems:string detach,d:bool detach-keys:string device:list
      device-cgroup-rule:list device-read-bps:list device-read-iops:list device-write-bps:list
      device-write-iops:list disable-content-trust:bool=true@20..28 dns:list dns-option:list dns-search:list
      domainname:string entrypoint:string env,e:list env-file:list expose:list gpus:gpu-request group-add:list
      health-cmd:string health-interval:duration health-retries:int health-start-interval:duration@28..29
      health-start-period:duration health-timeout:duration hostname,h:string init:bool interactive,i:bool
      io-maxbandwidth:bytes@29 io-maxiops:uint64@29 ip:string ip6:string ipc:string isolation:string
      kernel-memory:bytes@20..28 label,l:list label-file:list link:list link-local-ip:list log-driver:string
      log-opt:list mac-address:string memory,m:bytes memory-reservation:bytes memory-swap:bytes
      memory-swappiness:int=-1 mount:mount name:string network:network network-alias:list no-healthcheck:bool
      oom-kill-disable:bool oom-score-adj:int pid:string pids-limit:int platform:string privileged:bool
      publish,p:list publish-all,P:bool pull:string=missing quiet,q:bool@28..29 read-only:bool
      restart:string=no rm:bool runtime:string security-opt:list shm-size:bytes sig-proxy:bool=true
      stop-signal:string stop-timeout:int storage-opt:list sysctl:map tmpfs:list tty,t:bool ulimit:ulimit
      use-api-socket:bool@28..29 user,u:string userns:string uts:string volume,v:list volume-driver:string
      volumes-from:list workdir,w:string net:network! net-alias:list! dns-opt:list!`,
  },
  {
    name: 'start',
    paths: ['container start', 'start'],
    use: '[OPTIONS] CONTAINER [CONTAINER...]',
    args: [1, null],
    summary: 'Start one or more stopped containers',
    flags: 'attach,a:bool checkpoint:string@29 checkpoint-dir:string@29 detach-keys:string interactive,i:bool',
  },
  {
    name: 'stats',
    paths: ['container stats', 'stats'],
    use: '[OPTIONS] [CONTAINER...]',
    args: [0, null],
    summary: 'Display a live stream of container(s) resource usage statistics',
    flags: 'all,a:bool format:string no-stream:bool no-trunc:bool',
  },
  {
    name: 'stop',
    paths: ['container stop', 'stop'],
    use: '[OPTIONS] CONTAINER [CONTAINER...]',
    args: [1, null],
    summary: 'Stop one or more running containers',
    flags: 'signal,s:string@28..29 time,t:int=10@20 timeout,t:int@28..29 time:int@28..29!',
  },
  {
    name: 'top',
    paths: ['container top', 'top'],
    use: 'CONTAINER [ps OPTIONS]',
    args: [1, null],
    summary: 'Display the running processes of a container',
    optionsFirst: true,
  },
  {
    name: 'unpause',
    paths: ['container unpause', 'unpause'],
    use: 'CONTAINER [CONTAINER...]',
    args: [1, null],
    summary: 'Unpause all processes within one or more containers',
  },
  {
    name: 'update',
    paths: ['container update', 'update'],
    use: '[OPTIONS] CONTAINER [CONTAINER...]',
    args: [1, null],
    summary: 'Update configuration of one or more containers',
    flags: `
      blkio-weight:uint16 cpu-period:int cpu-quota:int cpu-rt-period:int cpu-rt-runtime:int cpu-shares,c:int
      cpus:decimal cpuset-cpus:string cpuset-mems:string kernel-memory:bytes@20 memory,m:bytes
      memory-reservation:bytes memory-swap:bytes pids-limit:int restart:string`,
  },
  {
    name: 'wait',
    paths: ['container wait', 'wait'],
    use: 'CONTAINER [CONTAINER...]',
    args: [1, null],
    summary: 'Block until one or more containers stop, then print their exit codes',
  },
]
