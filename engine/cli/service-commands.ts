import type { CommandRow } from './command-row'

/** The commands of swarms, nodes, services and stacks: parsed as Docker does, simulated by nothing. */
export const SERVICE_COMMANDS: readonly CommandRow[] = [
  {
    name: 'node demote',
    use: 'NODE [NODE...]',
    args: [1, null],
    summary: 'Demote one or more nodes from manager in the swarm',
  },
  {
    name: 'node inspect',
    use: '[OPTIONS] self|NODE [NODE...]',
    args: [1, null],
    summary: 'Display detailed information on one or more nodes',
    flags: 'format,f:string pretty:bool',
  },
  {
    name: 'node ls',
    paths: ['node ls', '~node list'],
    use: '[OPTIONS]',
    args: [0, 0],
    summary: 'List nodes in the swarm',
    flags: 'filter,f:filter format:string quiet,q:bool',
  },
  {
    name: 'node promote',
    use: 'NODE [NODE...]',
    args: [1, null],
    summary: 'Promote one or more nodes to manager in the swarm',
  },
  {
    name: 'node ps',
    use: '[OPTIONS] [NODE...]',
    args: [0, null],
    summary: 'List tasks running on one or more nodes, defaults to current node',
    flags: 'filter,f:filter format:string no-resolve:bool no-trunc:bool quiet,q:bool',
  },
  {
    name: 'node rm',
    paths: ['node rm', '~node remove'],
    use: '[OPTIONS] NODE [NODE...]',
    args: [1, null],
    summary: 'Remove one or more nodes from the swarm',
    flags: 'force,f:bool',
  },
  {
    name: 'node update',
    use: '[OPTIONS] NODE',
    args: [1, 1],
    summary: 'Update a node',
    flags: 'availability:string label-add:list label-rm:list role:string',
  },
  {
    name: 'service create',
    use: '[OPTIONS] IMAGE [COMMAND] [ARG...]',
    args: [1, null],
    summary: 'Create a new service',
    optionsFirst: true,
    flags: `
      cap-add:list cap-drop:list config:config constraint:list container-label:list
      credential-spec:credential-spec detach,d:bool dns:list dns-option:list dns-search:list
      endpoint-mode:string=vip entrypoint:command env,e:list env-file:list generic-resource:list group:list
      health-cmd:string health-interval:duration health-retries:int health-start-interval:duration@28..29
      health-start-period:duration health-timeout:duration host:list hostname:string init:bool
      isolation:string label,l:list limit-cpu:decimal limit-memory:bytes limit-pids:int log-driver:string
      log-opt:list max-concurrent:uint memory-swap:bytes@29 memory-swappiness:int64@29 mode:string=replicated
      mount:mount name:string network:network no-healthcheck:bool no-resolve-image:bool
      oom-score-adj:int@28..29 placement-pref:pref publish,p:port quiet,q:bool read-only:bool replicas:uint
      replicas-max-per-node:uint reserve-cpu:decimal reserve-memory:bytes restart-condition:string=any
      restart-delay:duration restart-max-attempts:uint restart-window:duration rollback-delay:duration
      rollback-failure-action:string=pause rollback-max-failure-ratio:float rollback-monitor:duration
      rollback-order:string=stop-first rollback-parallelism:uint secret:secret stop-grace-period:duration
      stop-signal:string sysctl:list tty,t:bool ulimit:ulimit update-delay:duration
      update-failure-action:string=pause update-max-failure-ratio:float update-monitor:duration
      update-order:string=stop-first update-parallelism:uint user,u:string with-registry-auth:bool
      workdir,w:string`,
  },
  {
    name: 'service inspect',
    use: '[OPTIONS] SERVICE [SERVICE...]',
    args: [1, null],
    summary: 'Display detailed information on one or more services',
    flags: 'format,f:string pretty:bool',
  },
  {
    name: 'service logs',
    use: '[OPTIONS] SERVICE|TASK',
    args: [1, 1],
    summary: 'Fetch the logs of a service or task',
    flags: `
      details:bool follow,f:bool no-resolve:bool no-task-ids:bool no-trunc:bool raw:bool since:string
      tail,n:string=all timestamps,t:bool`,
  },
  {
    name: 'service ls',
    paths: ['service ls', '~service list'],
    use: '[OPTIONS]',
    args: [0, 0],
    summary: 'List services',
    flags: 'filter,f:filter format:string quiet,q:bool',
  },
  {
    name: 'service ps',
    use: '[OPTIONS] SERVICE [SERVICE...]',
    args: [1, null],
    summary: 'List the tasks of one or more services',
    flags: 'filter,f:filter format:string no-resolve:bool no-trunc:bool quiet,q:bool',
  },
  {
    name: 'service rm',
    paths: ['service rm', '~service remove'],
    use: 'SERVICE [SERVICE...]',
    args: [1, null],
    summary: 'Remove one or more services',
  },
  {
    name: 'service rollback',
    use: '[OPTIONS] SERVICE',
    args: [1, 1],
    summary: "Revert changes to a service's configuration",
    flags: 'detach,d:bool quiet,q:bool',
  },
  {
    name: 'service scale',
    use: 'SERVICE=REPLICAS [SERVICE=REPLICAS...]',
    args: [1, null],
    summary: 'Scale one or multiple replicated services',
    flags: 'detach,d:bool',
  },
  {
    name: 'service update',
    use: '[OPTIONS] SERVICE',
    args: [1, 1],
    summary: 'Update a service',
    flags: `
      args:command cap-add:list cap-drop:list config-add:config config-rm:list constraint-add:list
      constraint-rm:list container-label-add:list container-label-rm:list credential-spec:credential-spec
      detach,d:bool dns-add:list dns-option-add:list dns-option-rm:list dns-rm:list dns-search-add:list
      dns-search-rm:list endpoint-mode:string entrypoint:command env-add:list env-rm:list force:bool
      generic-resource-add:list generic-resource-rm:list group-add:list group-rm:list health-cmd:string
      health-interval:duration health-retries:int health-start-interval:duration@28..29
      health-start-period:duration health-timeout:duration host-add:list host-rm:list hostname:string
      image:string init:bool isolation:string label-add:list label-rm:list limit-cpu:decimal
      limit-memory:bytes limit-pids:int log-driver:string log-opt:list max-concurrent:uint
      memory-swap:bytes@29 memory-swappiness:int64@29 mount-add:mount mount-rm:list network-add:network
      network-rm:list no-healthcheck:bool no-resolve-image:bool oom-score-adj:int@28..29
      placement-pref-add:pref placement-pref-rm:pref publish-add:port publish-rm:port quiet,q:bool
      read-only:bool replicas:uint replicas-max-per-node:uint reserve-cpu:decimal reserve-memory:bytes
      restart-condition:string restart-delay:duration restart-max-attempts:uint restart-window:duration
      rollback:bool rollback-delay:duration rollback-failure-action:string rollback-max-failure-ratio:float
      rollback-monitor:duration rollback-order:string rollback-parallelism:uint secret-add:secret
      secret-rm:list stop-grace-period:duration stop-signal:string sysctl-add:list sysctl-rm:list tty,t:bool
      ulimit-add:ulimit ulimit-rm:list update-delay:duration update-failure-action:string
      update-max-failure-ratio:float update-monitor:duration update-order:string update-parallelism:uint
      user,u:string with-registry-auth:bool workdir,w:string`,
  },
  {
    name: 'stack config',
    use: '[OPTIONS]',
    args: [0, 0],
    summary: 'Outputs the final config file, after doing merges and interpolations',
    flags: 'compose-file,c:strings@28..29 orchestrator:string@20 skip-interpolation:bool@28..29',
  },
  {
    name: 'stack deploy',
    paths: ['stack deploy', '~stack up'],
    use: '[OPTIONS] STACK',
    args: [1, 1],
    summary: 'Deploy a new stack or update an existing stack',
    flags: `
      compose-file,c:strings detach,d:bool=true@28..29 orchestrator:string@20 prune:bool quiet,q:bool@28..29
      resolve-image:string=always with-registry-auth:bool`,
  },
  {
    name: 'stack ls',
    paths: ['stack ls', '~stack list'],
    use: '[OPTIONS]',
    args: [0, 0],
    summary: 'List stacks',
    flags: 'format:string orchestrator:string@20',
  },
  {
    name: 'stack ps',
    use: '[OPTIONS] STACK',
    args: [1, 1],
    summary: 'List the tasks in the stack',
    flags: 'filter,f:filter format:string no-resolve:bool no-trunc:bool orchestrator:string@20 quiet,q:bool',
  },
  {
    name: 'stack rm',
    paths: ['stack rm', '~stack remove', '~stack down'],
    use: '[OPTIONS] STACK [STACK...]',
    args: [1, null],
    summary: 'Remove one or more stacks',
    flags: 'detach,d:bool=true@28..29 orchestrator:string@20',
  },
  {
    name: 'stack services',
    use: '[OPTIONS] STACK',
    args: [1, 1],
    summary: 'List the services in the stack',
    flags: 'filter,f:filter format:string orchestrator:string@20 quiet,q:bool',
  },
  {
    name: 'swarm ca',
    use: '[OPTIONS]',
    args: [0, 0],
    summary: 'Display and rotate the root CA',
    flags: `
      ca-cert:pem-file ca-key:pem-file cert-expiry:duration detach,d:bool external-ca:external-ca quiet,q:bool
      rotate:bool`,
  },
  {
    name: 'swarm init',
    use: '[OPTIONS]',
    args: [0, 0],
    summary: 'Initialize a swarm',
    flags: `
      advertise-addr:string autolock:bool availability:string=active cert-expiry:duration
      data-path-addr:string data-path-port:uint32 default-addr-pool:ipNetSlice
      default-addr-pool-mask-length:uint32 dispatcher-heartbeat:duration external-ca:external-ca
      force-new-cluster:bool listen-addr:node-addr max-snapshots:uint snapshot-interval:uint
      task-history-limit:int=5`,
  },
  {
    name: 'swarm join',
    use: '[OPTIONS] HOST:PORT',
    args: [1, 1],
    summary: 'Join a swarm as a node and/or manager',
    flags: `
      advertise-addr:string availability:string=active data-path-addr:string listen-addr:node-addr
      token:string`,
  },
  {
    name: 'swarm join-token',
    use: '[OPTIONS] (worker|manager)',
    args: [1, 1],
    summary: 'Manage join tokens',
    flags: 'quiet,q:bool rotate:bool',
  },
  {
    name: 'swarm leave',
    use: '[OPTIONS]',
    args: [0, 0],
    summary: 'Leave the swarm',
    flags: 'force,f:bool',
  },
  {
    name: 'swarm unlock',
    use: '',
    args: [0, 0],
    summary: 'Unlock swarm',
  },
  {
    name: 'swarm unlock-key',
    use: '[OPTIONS]',
    args: [0, 0],
    summary: 'Manage the unlock key',
    flags: 'quiet,q:bool rotate:bool',
  },
  {
    name: 'swarm update',
    use: '[OPTIONS]',
    args: [0, 0],
    summary: 'Update the swarm',
    flags: `
      autolock:bool cert-expiry:duration dispatcher-heartbeat:duration external-ca:external-ca
      max-snapshots:uint snapshot-interval:uint task-history-limit:int=5`,
  },
]
