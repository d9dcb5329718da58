import type { FlagTexts } from './flag-texts'

/** What `--help` says of each option of image commands. */
export const IMAGE_FLAG_TEXTS: FlagTexts = {
  build: {
    'add-host': ['Add a custom host-to-IP mapping (host:ip)', 'Add a custom host-to-IP mapping ("host:ip")'],
    'build-arg': 'Set build-time variables',
    'cache-from': 'Images to consider as cache sources',
    'cgroup-parent': [
      'Optional parent cgroup for the container',
      'Set the parent cgroup for the "RUN" instructions during build',
    ],
    compress: 'Compress the build context using gzip',
    'cpu-period': 'Limit the CPU CFS (Completely Fair Scheduler) period',
    'cpu-quota': 'Limit the CPU CFS (Completely Fair Scheduler) quota',
    'cpu-shares': 'CPU shares (relative weight)',
    'cpuset-cpus': 'CPUs in which to allow execution (0-3, 0,1)',
    'cpuset-mems': 'MEMs in which to allow execution (0-3, 0,1)',
    'disable-content-trust': 'Skip image verification (default true)',
    file: [
      "Name of the Dockerfile (Default is 'PATH/Dockerfile')",
      'Name of the Dockerfile (Default is "PATH/Dockerfile")',
    ],
    'force-rm': 'Always remove intermediate containers',
    iidfile: 'Write the image ID to the file',
    isolation: 'Container isolation technology',
    label: 'Set metadata for an image',
    memory: 'Memory limit',
    'memory-swap': [
      "Swap limit equal to memory plus swap: '-1' to enable unlimited swap",
      'Swap limit equal to memory plus swap: -1 to enable unlimited swap',
    ],
    network: 'Set the networking mode for the RUN instructions during build (default "default")',
    'no-cache': 'Do not use cache when building the image',
    platform: [null, 'Set platform if server is multi-platform capable'],
    pull: 'Always attempt to pull a newer version of the image',
    quiet: 'Suppress the build output and print image ID on success',
    rm: 'Remove intermediate containers after a successful build (default true)',
    'security-opt': 'Security options',
    'shm-size': ['Size of /dev/shm', 'Size of "/dev/shm"'],
    tag: ["Name and optionally a tag in the 'name:tag' format", 'Name and optionally a tag in the "name:tag" format'],
    target: 'Set the target build stage to build.',
    ulimit: 'Ulimit options (default [])',
  },
  'builder prune': {
    all: 'Remove all unused build cache, not just dangling ones',
    filter: ["Provide filter values (e.g. 'until=24h')", 'Provide filter values (e.g. "until=24h")'],
    force: 'Do not prompt for confirmation',
    'keep-storage': 'Amount of disk space to keep for cache',
  },
  history: {
    format: [
      'Pretty-print images using a Go template',
      "Format output using a custom template:\n'table':            Print output in table format with column headers (default)\n'table TEMPLATE':   Print output in table format using the given Go template\n'json':             Print in JSON format\n'TEMPLATE':         Print output using the given Go template.\nRefer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates",
    ],
    human: 'Print sizes and dates in human readable format (default true)',
    'no-trunc': "Don't truncate output",
    quiet: 'Only show image IDs',
  },
  'image inspect': {
    format: [
      'Format the output using the given Go template',
      "Format output using a custom template:\n'json':             Print in JSON format\n'TEMPLATE':         Print output using the given Go template.\nRefer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates",
    ],
  },
  'image prune': {
    all: 'Remove all unused images, not just dangling ones',
    filter: ["Provide filter values (e.g. 'until=<timestamp>')", 'Provide filter values (e.g. "until=<timestamp>")'],
    force: 'Do not prompt for confirmation',
  },
  images: {
    all: 'Show all images (default hides intermediate images)',
    digests: 'Show digests',
    filter: 'Filter output based on conditions provided',
    format: [
      'Pretty-print images using a Go template',
      "Format output using a custom template:\n'table':            Print output in table format with column headers (default)\n'table TEMPLATE':   Print output in table format using the given Go template\n'json':             Print in JSON format\n'TEMPLATE':         Print output using the given Go template.\nRefer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates",
    ],
    'no-trunc': "Don't truncate output",
    quiet: 'Only show image IDs',
    tree: [null, 'List multi-platform images as a tree (EXPERIMENTAL)'],
  },
  import: {
    change: 'Apply Dockerfile instruction to the created image',
    message: 'Set commit message for imported image',
    platform: 'Set platform if server is multi-platform capable',
  },
  load: {
    input: 'Read from tar archive file, instead of STDIN',
    quiet: 'Suppress the load output',
  },
  pull: {
    'all-tags': 'Download all tagged images in the repository',
    'disable-content-trust': 'Skip image verification (default true)',
    platform: 'Set platform if server is multi-platform capable',
    quiet: 'Suppress verbose output',
  },
  push: {
    'all-tags': ['Push all tagged images in the repository', 'Push all tags of an image to the repository'],
    'disable-content-trust': 'Skip image signing (default true)',
    quiet: 'Suppress verbose output',
  },
  rmi: {
    force: 'Force removal of the image',
    'no-prune': 'Do not delete untagged parents',
  },
  save: {
    output: 'Write to a file, instead of STDOUT',
  },
  search: {
    filter: 'Filter output based on conditions provided',
    format: 'Pretty-print search using a Go template',
    limit: ['Max number of search results (default 25)', 'Max number of search results'],
    'no-trunc': "Don't truncate output",
  },
}
