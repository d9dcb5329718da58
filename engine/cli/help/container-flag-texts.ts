import type { FlagTexts } from './flag-texts'

/** What `--help` says of each option of the other container commands. */
export const CONTAINER_FLAG_TEXTS: FlagTexts = {
  attach: {
    'detach-keys': 'Override the key sequence for detaching a container',
    'no-stdin': 'Do not attach STDIN',
    'sig-proxy': 'Proxy all received signals to the process (default true)',
  },
  commit: {
    author: 'Author (e.g., "John Hannibal Smith <hannibal@a-team.com>")',
    change: 'Apply Dockerfile instruction to the created image',
    message: 'Commit message',
    pause: 'Pause container during commit (default true)',
  },
  'container inspect': {
    format: [
      'Format the output using the given Go template',
      "Format output using a custom template:\n'json':             Print in JSON format\n'TEMPLATE':         Print output using the given Go template.\nRefer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates",
    ],
    size: 'Display total file sizes',
  },
  'container prune': {
    filter: ["Provide filter values (e.g. 'until=<timestamp>')", 'Provide filter values (e.g. "until=<timestamp>")'],
    force: 'Do not prompt for confirmation',
  },
  cp: {
    archive: 'Archive mode (copy all uid/gid information)',
    'follow-link': 'Always follow symbol link in SRC_PATH',
    quiet: [
      null,
      'Suppress progress output during copy. Progress output is automatically suppressed if no terminal is attached',
    ],
  },
  exec: {
    detach: 'Detached mode: run command in the background',
    'detach-keys': 'Override the key sequence for detaching a container',
    env: 'Set environment variables',
    'env-file': 'Read in a file of environment variables',
    interactive: 'Keep STDIN open even if not attached',
    privileged: 'Give extended privileges to the command',
    tty: 'Allocate a pseudo-TTY',
    user: [
      'Username or UID (format: <name|uid>[:<group|gid>])',
      'Username or UID (format: "<name|uid>[:<group|gid>]")',
    ],
    workdir: 'Working directory inside the container',
  },
  export: {
    output: 'Write to a file, instead of STDOUT',
  },
  inspect: {
    format: [
      'Format the output using the given Go template',
      "Format output using a custom template:\n'json':             Print in JSON format\n'TEMPLATE':         Print output using the given Go template.\nRefer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates",
    ],
    size: 'Display total file sizes if the type is container',
    type: ['Return JSON for specified type', 'Only inspect objects of the given type'],
  },
  kill: {
    signal: ['Signal to send to the container (default "KILL")', 'Signal to send to the container'],
  },
  logs: {
    details: 'Show extra details provided to logs',
    follow: 'Follow log output',
    since: [
      'Show logs since timestamp (e.g. 2013-01-02T13:23:37Z) or relative (e.g. 42m for 42 minutes)',
      'Show logs since timestamp (e.g. "2013-01-02T13:23:37Z") or relative (e.g. "42m" for 42 minutes)',
    ],
    tail: 'Number of lines to show from the end of the logs (default "all")',
    timestamps: 'Show timestamps',
    until: [
      'Show logs before a timestamp (e.g. 2013-01-02T13:23:37Z) or relative (e.g. 42m for 42 minutes)',
      'Show logs before a timestamp (e.g. "2013-01-02T13:23:37Z") or relative (e.g. "42m" for 42 minutes)',
    ],
  },
  ps: {
    all: 'Show all containers (default shows just running)',
    filter: 'Filter output based on conditions provided',
    format: [
      'Pretty-print containers using a Go template',
      "Format output using a custom template:\n'table':            Print output in table format with column headers (default)\n'table TEMPLATE':   Print output in table format using the given Go template\n'json':             Print in JSON format\n'TEMPLATE':         Print output using the given Go template.\nRefer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates",
    ],
    last: 'Show n last created containers (includes all states) (default -1)',
    latest: 'Show the latest created container (includes all states)',
    'no-trunc': "Don't truncate output",
    quiet: 'Only display container IDs',
    size: 'Display total file sizes',
  },
  restart: {
    signal: [null, 'Signal to send to the container'],
    time: ['Seconds to wait for stop before killing the container (default 10)', null],
    timeout: [null, 'Seconds to wait before killing the container'],
  },
  rm: {
    force: 'Force the removal of a running container (uses SIGKILL)',
    link: 'Remove the specified link',
    volumes: 'Remove anonymous volumes associated with the container',
  },
  start: {
    attach: 'Attach STDOUT/STDERR and forward signals',
    'detach-keys': 'Override the key sequence for detaching a container',
    interactive: "Attach container's STDIN",
  },
  stats: {
    all: 'Show all containers (default shows just running)',
    format: [
      'Pretty-print images using a Go template',
      "Format output using a custom template:\n'table':            Print output in table format with column headers (default)\n'table TEMPLATE':   Print output in table format using the given Go template\n'json':             Print in JSON format\n'TEMPLATE':         Print output using the given Go template.\nRefer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates",
    ],
    'no-stream': 'Disable streaming stats and only pull the first result',
    'no-trunc': 'Do not truncate output',
  },
  stop: {
    signal: [null, 'Signal to send to the container'],
    time: ['Seconds to wait for stop before killing it (default 10)', null],
    timeout: [null, 'Seconds to wait before killing the container'],
  },
  update: {
    'blkio-weight': 'Block IO (relative weight), between 10 and 1000, or 0 to disable (default 0)',
    'cpu-period': 'Limit CPU CFS (Completely Fair Scheduler) period',
    'cpu-quota': 'Limit CPU CFS (Completely Fair Scheduler) quota',
    'cpu-rt-period': 'Limit the CPU real-time period in microseconds',
    'cpu-rt-runtime': 'Limit the CPU real-time runtime in microseconds',
    'cpu-shares': 'CPU shares (relative weight)',
    cpus: 'Number of CPUs',
    'cpuset-cpus': 'CPUs in which to allow execution (0-3, 0,1)',
    'cpuset-mems': 'MEMs in which to allow execution (0-3, 0,1)',
    'kernel-memory': 'Kernel memory limit',
    memory: 'Memory limit',
    'memory-reservation': 'Memory soft limit',
    'memory-swap': 'Swap limit equal to memory plus swap: -1 to enable unlimited swap',
    'pids-limit': 'Tune container pids limit (set -1 for unlimited)',
    restart: 'Restart policy to apply when a container exits',
  },
}
