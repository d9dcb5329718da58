import type { CommandRow } from './command-row'

/** The commands of volumes, networks, contexts, registries and the system. */
export const OBJECT_COMMANDS: readonly CommandRow[] = [
  {
    name: 'context create',
    use: '[OPTIONS] CONTEXT',
    args: [1, 1],
    summary: 'Create a context',
    flags: `
      default-stack-orchestrator:string@20 description:string docker:stringToString from:string
      kubernetes:stringToString@20`,
  },
  {
    name: 'context export',
    use: '[OPTIONS] CONTEXT [FILE|-]',
    args: [1, 2],
    summary: [
      'Export a context to a tar or kubeconfig file',
      'Export a context to a tar archive FILE or a tar stream on STDOUT.',
    ],
    flags: 'kubeconfig:bool@20',
  },
  {
    name: 'context import',
    use: 'CONTEXT FILE|-',
    args: [2, 2],
    summary: 'Import a context from a tar or zip file',
  },
  {
    name: 'context inspect',
    use: '[OPTIONS] [CONTEXT] [CONTEXT...]',
    args: [0, null],
    summary: 'Display detailed information on one or more contexts',
    flags: 'format,f:string',
  },
  {
    name: 'context ls',
    paths: ['context ls', '~context list'],
    use: '[OPTIONS]',
    args: [0, 0],
    summary: 'List contexts',
    flags: 'format:string quiet,q:bool',
  },
  {
    name: 'context rm',
    paths: ['context rm', '~context remove'],
    use: 'CONTEXT [CONTEXT...]',
    args: [1, null],
    summary: 'Remove one or more contexts',
    flags: 'force,f:bool',
  },
  {
    name: 'context show',
    use: '',
    args: [0, 0],
    summary: 'Print the name of the current context',
  },
  {
    name: 'context update',
    use: '[OPTIONS] CONTEXT',
    args: [1, 1],
    summary: 'Update a context',
    flags: `
      default-stack-orchestrator:string@20 description:string docker:stringToString
      kubernetes:stringToString@20`,
  },
  {
    name: 'context use',
    use: 'CONTEXT',
    args: [1, 1],
    summary: 'Set the current docker context',
  },
  {
    name: 'events',
    paths: ['system events', 'events'],
    use: '[OPTIONS]',
    args: [0, 0],
    summary: 'Get real time events from the server',
    flags: 'filter,f:filter format:string since:string until:string',
  },
  {
    name: 'info',
    paths: ['system info', 'info'],
    use: '[OPTIONS]',
    args: [0, 0],
    summary: 'Display system-wide information',
    flags: 'format,f:string',
  },
  {
    name: 'login',
    use: '[OPTIONS] [SERVER]',
    args: [0, 1],
    summary: ['Log in to a Docker registry', 'Authenticate to a registry'],
    flags: 'password,p:string password-stdin:bool username,u:string',
  },
  {
    name: 'logout',
    use: '[SERVER]',
    args: [0, 1],
    summary: ['Log out from a Docker registry', 'Log out from a registry'],
  },
  {
    name: 'network connect',
    use: '[OPTIONS] NETWORK CONTAINER',
    args: [2, 2],
    summary: 'Connect a container to a network',
    flags: `
      alias:strings driver-opt:strings gw-priority:int@28..29 ip:string ip6:string link:list
      link-local-ip:strings`,
  },
  {
    name: 'network create',
    use: '[OPTIONS] NETWORK',
    args: [1, 1],
    summary: 'Create a network',
    flags: `
      attachable:bool aux-address:map config-from:string config-only:bool driver,d:string=bridge
      gateway:strings ingress:bool internal:bool ip-range:strings ipam-driver:string=default ipam-opt:map
      ipv4:bool=true@28..29 ipv6:bool label:list opt,o:map scope:string subnet:strings`,
  },
  {
    name: 'network disconnect',
    use: '[OPTIONS] NETWORK CONTAINER',
    args: [2, 2],
    summary: 'Disconnect a container from a network',
    flags: 'force,f:bool',
  },
  {
    name: 'network inspect',
    use: '[OPTIONS] NETWORK [NETWORK...]',
    args: [1, null],
    summary: 'Display detailed information on one or more networks',
    flags: 'format,f:string verbose,v:bool',
  },
  {
    name: 'network ls',
    paths: ['network ls', '~network list'],
    use: '[OPTIONS]',
    args: [0, 0],
    summary: 'List networks',
    flags: 'filter,f:filter format:string no-trunc:bool quiet,q:bool',
  },
  {
    name: 'network prune',
    use: '[OPTIONS]',
    args: [0, 0],
    summary: 'Remove all unused networks',
    flags: 'filter:filter force,f:bool',
  },
  {
    name: 'network rm',
    paths: ['network rm', '~network remove'],
    use: 'NETWORK [NETWORK...]',
    args: [1, null],
    summary: 'Remove one or more networks',
    flags: 'force,f:bool@28..29',
  },
  {
    name: 'system df',
    use: '[OPTIONS]',
    args: [0, 0],
    summary: 'Show docker disk usage',
    flags: 'format:string verbose,v:bool',
  },
  {
    name: 'system dial-stdio',
    use: '',
    args: [0, 0],
    summary: 'Proxy the stdio stream to the daemon connection. Should not be invoked manually.',
    hidden: true,
  },
  {
    name: 'system prune',
    use: '[OPTIONS]',
    args: [0, 0],
    summary: 'Remove unused data',
    flags: 'all,a:bool filter:filter force,f:bool volumes:bool',
  },
  {
    name: 'version',
    use: '[OPTIONS]',
    args: [0, 0],
    summary: 'Show the Docker version information',
    flags: 'format,f:string kubeconfig:string@20',
  },
  {
    name: 'volume create',
    use: '[OPTIONS] [VOLUME]',
    args: [0, 1],
    summary: 'Create a volume',
    flags: `
      availability:string=active@28..29 driver,d:string=local group:string@28..29 label:list
      limit-bytes:bytes@28..29 opt,o:map required-bytes:bytes@28..29 scope:string=single@28..29
      secret:map@28..29 sharing:string=none@28..29 topology-preferred:list@28..29
      topology-required:list@28..29 type:string=block@28..29 name:string!`,
  },
  {
    name: 'volume inspect',
    use: '[OPTIONS] VOLUME [VOLUME...]',
    args: [1, null],
    summary: 'Display detailed information on one or more volumes',
    flags: 'format,f:string',
  },
  {
    name: 'volume ls',
    paths: ['volume ls', '~volume list'],
    use: '[OPTIONS]',
    args: [0, 0],
    summary: 'List volumes',
    flags: 'cluster:bool@28..29 filter,f:filter format:string quiet,q:bool',
  },
  {
    name: 'volume prune',
    use: '[OPTIONS]',
    args: [0, 0],
    summary: ['Remove all unused local volumes', 'Remove unused local volumes'],
    flags: 'all,a:bool@28..29 filter:filter force,f:bool',
  },
  {
    name: 'volume rm',
    paths: ['volume rm', '~volume remove'],
    use: '[OPTIONS] VOLUME [VOLUME...]',
    args: [1, null],
    summary: 'Remove one or more volumes',
    flags: 'force,f:bool',
  },
  {
    name: 'volume update',
    use: '[OPTIONS] [VOLUME]',
    args: [0, 1],
    summary: 'Update a volume (cluster volumes only)',
    hidden: true,
    flags: 'availability:string=active@28..29',
  },
]
