import type { CommandRow } from './command-row'

/** The commands of images and of the builder. */
export const IMAGE_COMMANDS: readonly CommandRow[] = [
  {
    name: 'build',
    paths: ['image build', 'build', 'builder build'],
    use: '[OPTIONS] PATH | URL | -',
    args: [1, 1],
    summary: 'Build an image from a Dockerfile',
    flags: `
      add-host:list build-arg:list cache-from:strings cgroup-parent:string compress:bool cpu-period:int
      cpu-quota:int cpu-shares,c:int cpuset-cpus:string cpuset-mems:string
      disable-content-trust:bool=true@20..28 file,f:string force-rm:bool iidfile:string isolation:string
      label:list memory,m:bytes memory-swap:bytes network:string=default no-cache:bool platform:string@28..29
      pull:bool quiet,q:bool rm:bool=true security-opt:strings shm-size:bytes squash:bool@29 tag,t:list
      target:string ulimit:ulimit
      load:bool! progress:string=auto! provenance:string! secret:list! ssh:list!`,
  },
  {
    name: 'builder prune',
    use: '',
    args: [0, 0],
    summary: 'Remove build cache',
    flags: 'all,a:bool filter:filter force,f:bool keep-storage:bytes',
  },
  {
    name: 'history',
    paths: ['image history', 'history'],
    use: '[OPTIONS] IMAGE',
    args: [1, 1],
    summary: 'Show the history of an image',
    flags: 'format:string human,H:bool=true no-trunc:bool platform:string@28..29 quiet,q:bool',
  },
  {
    name: 'image inspect',
    use: '[OPTIONS] IMAGE [IMAGE...]',
    args: [1, null],
    summary: 'Display detailed information on one or more images',
    flags: 'format,f:string platform:string@28..29',
  },
  {
    name: 'image prune',
    use: '[OPTIONS]',
    args: [0, 0],
    summary: 'Remove unused images',
    flags: 'all,a:bool filter:filter force,f:bool',
  },
  {
    name: 'images',
    paths: ['image ls', '~image list', 'images'],
    use: '[OPTIONS] [REPOSITORY[:TAG]]',
    args: [0, 1],
    summary: 'List images',
    flags: 'all,a:bool digests:bool filter,f:filter format:string no-trunc:bool quiet,q:bool tree:bool@28..29',
  },
  {
    name: 'import',
    paths: ['image import', 'import'],
    use: '[OPTIONS] file|URL|- [REPOSITORY[:TAG]]',
    args: [1, null],
    summary: 'Import the contents from a tarball to create a filesystem image',
    flags: 'change,c:list message,m:string platform:string',
  },
  {
    name: 'load',
    paths: ['image load', 'load'],
    use: '[OPTIONS]',
    args: [0, 0],
    summary: 'Load an image from a tar archive or STDIN',
    flags: 'input,i:string platform:string@28..29 quiet,q:bool',
  },
  {
    name: 'pull',
    paths: ['image pull', 'pull'],
    use: '[OPTIONS] NAME[:TAG|@DIGEST]',
    args: [1, 1],
    summary: ['Pull an image or a repository from a registry', 'Download an image from a registry'],
    flags: 'all-tags,a:bool disable-content-trust:bool=true@20..28 platform:string quiet,q:bool',
  },
  {
    name: 'push',
    paths: ['image push', 'push'],
    use: '[OPTIONS] NAME[:TAG]',
    args: [1, 1],
    summary: ['Push an image or a repository to a registry', 'Upload an image to a registry'],
    flags: 'all-tags,a:bool disable-content-trust:bool=true@20..28 platform:string@28..29 quiet,q:bool',
  },
  {
    name: 'rmi',
    paths: ['image rm', '~image remove', 'rmi'],
    use: '[OPTIONS] IMAGE [IMAGE...]',
    args: [1, null],
    summary: 'Remove one or more images',
    flags: 'force,f:bool no-prune:bool platform:strings@28..29',
  },
  {
    name: 'save',
    paths: ['image save', 'save'],
    use: '[OPTIONS] IMAGE [IMAGE...]',
    args: [1, null],
    summary: 'Save one or more images to a tar archive (streamed to STDOUT by default)',
    flags: 'output,o:string platform:string@28..29',
  },
  {
    name: 'search',
    use: '[OPTIONS] TERM',
    args: [1, 1],
    summary: ['Search the Docker Hub for images', 'Search Docker Hub for images'],
    flags: 'filter,f:filter format:string limit:int no-trunc:bool',
  },
  {
    name: 'tag',
    paths: ['image tag', 'tag'],
    use: 'SOURCE_IMAGE[:TAG] TARGET_IMAGE[:TAG]',
    args: [2, 2],
    optionsFirst: true,
    summary: 'Create a tag TARGET_IMAGE that refers to SOURCE_IMAGE',
  },
]
