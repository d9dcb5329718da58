import type { FlagTexts } from './flag-texts'

/** What `--help` says of each option of docker itself and of the commands of volumes, networks and the system. */
export const OBJECT_FLAG_TEXTS: FlagTexts = {
  docker: {
    config: 'Location of client config files (default "$HOME/.docker")',
    context:
      'Name of the context to use to connect to the daemon (overrides DOCKER_HOST env var and default context set with "docker context use")',
    debug: 'Enable debug mode',
    host: ['Daemon socket(s) to connect to', 'Daemon socket to connect to'],
    'log-level': [
      'Set the logging level ("debug"|"info"|"warn"|"error"|"fatal") (default "info")',
      'Set the logging level ("debug", "info", "warn", "error", "fatal") (default "info")',
    ],
    tls: 'Use TLS; implied by --tlsverify',
    tlscacert: 'Trust certs signed only by this CA (default "$HOME/.docker/ca.pem")',
    tlscert: 'Path to TLS certificate file (default "$HOME/.docker/cert.pem")',
    tlskey: 'Path to TLS key file (default "$HOME/.docker/key.pem")',
    tlsverify: 'Use TLS and verify the remote',
    version: 'Print version information and quit',
  },
  events: {
    filter: 'Filter output based on conditions provided',
    format: [
      'Format the output using the given Go template',
      "Format output using a custom template:\n'json':             Print in JSON format\n'TEMPLATE':         Print output using the given Go template.\nRefer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates",
    ],
    since: 'Show all events created since timestamp',
    until: 'Stream events until this timestamp',
  },
  info: {
    format: [
      'Format the output using the given Go template',
      "Format output using a custom template:\n'json':             Print in JSON format\n'TEMPLATE':         Print output using the given Go template.\nRefer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates",
    ],
  },
  login: {
    password: ['Password', 'Password or Personal Access Token (PAT)'],
    'password-stdin': ['Take the password from stdin', 'Take the Password or Personal Access Token (PAT) from stdin'],
    username: 'Username',
  },
  'network connect': {
    alias: 'Add network-scoped alias for the container',
    'driver-opt': 'driver options for the network',
    ip: ['IPv4 address (e.g., 172.30.100.104)', 'IPv4 address (e.g., "172.30.100.104")'],
    ip6: ['IPv6 address (e.g., 2001:db8::33)', 'IPv6 address (e.g., "2001:db8::33")'],
    link: 'Add link to another container',
    'link-local-ip': 'Add a link-local address for the container',
  },
  'network create': {
    attachable: 'Enable manual container attachment',
    'aux-address': 'Auxiliary IPv4 or IPv6 addresses used by Network driver (default map[])',
    'config-from': 'The network from which to copy the configuration',
    'config-only': 'Create a configuration only network',
    driver: 'Driver to manage the Network (default "bridge")',
    gateway: 'IPv4 or IPv6 Gateway for the master subnet',
    ingress: 'Create swarm routing-mesh network',
    internal: 'Restrict external access to the network',
    'ip-range': 'Allocate container ip from a sub-range',
    'ipam-driver': 'IP Address Management Driver (default "default")',
    'ipam-opt': 'Set IPAM driver specific options (default map[])',
    ipv4: [null, 'Enable or disable IPv4 address assignment (default true)'],
    ipv6: ['Enable IPv6 networking', 'Enable or disable IPv6 address assignment'],
    label: 'Set metadata on a network',
    opt: 'Set driver specific options (default map[])',
    scope: "Control the network's scope",
    subnet: 'Subnet in CIDR format that represents a network segment',
  },
  'network disconnect': {
    force: 'Force the container to disconnect from a network',
  },
  'network inspect': {
    format: [
      'Format the output using the given Go template',
      "Format output using a custom template:\n'json':             Print in JSON format\n'TEMPLATE':         Print output using the given Go template.\nRefer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates",
    ],
    verbose: 'Verbose output for diagnostics',
  },
  'network ls': {
    filter: ["Provide filter values (e.g. 'driver=bridge')", 'Provide filter values (e.g. "driver=bridge")'],
    format: [
      'Pretty-print networks using a Go template',
      "Format output using a custom template:\n'table':            Print output in table format with column headers (default)\n'table TEMPLATE':   Print output in table format using the given Go template\n'json':             Print in JSON format\n'TEMPLATE':         Print output using the given Go template.\nRefer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates",
    ],
    'no-trunc': 'Do not truncate the output',
    quiet: 'Only display network IDs',
  },
  'network prune': {
    filter: ["Provide filter values (e.g. 'until=<timestamp>')", 'Provide filter values (e.g. "until=<timestamp>")'],
    force: 'Do not prompt for confirmation',
  },
  'network rm': {
    force: [null, 'Do not error if the network does not exist'],
  },
  'system df': {
    format: [
      'Pretty-print images using a Go template',
      "Format output using a custom template:\n'table':            Print output in table format with column headers (default)\n'table TEMPLATE':   Print output in table format using the given Go template\n'json':             Print in JSON format\n'TEMPLATE':         Print output using the given Go template.\nRefer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates",
    ],
    verbose: 'Show detailed information on space usage',
  },
  'system prune': {
    all: 'Remove all unused images not just dangling ones',
    filter: [
      "Provide filter values (e.g. 'label=<key>=<value>')",
      'Provide filter values (e.g. "label=<key>=<value>")',
    ],
    force: 'Do not prompt for confirmation',
    volumes: ['Prune volumes', 'Prune anonymous volumes'],
  },
  version: {
    format: [
      'Format the output using the given Go template',
      "Format output using a custom template:\n'json':             Print in JSON format\n'TEMPLATE':         Print output using the given Go template.\nRefer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates",
    ],
    kubeconfig: ['Kubernetes config file', null],
  },
  'volume create': {
    driver: 'Specify volume driver name (default "local")',
    label: 'Set metadata for a volume',
    opt: 'Set driver specific options (default map[])',
  },
  'volume inspect': {
    format: [
      'Format the output using the given Go template',
      "Format output using a custom template:\n'json':             Print in JSON format\n'TEMPLATE':         Print output using the given Go template.\nRefer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates",
    ],
  },
  'volume ls': {
    filter: ["Provide filter values (e.g. 'dangling=true')", 'Provide filter values (e.g. "dangling=true")'],
    format: [
      'Pretty-print volumes using a Go template',
      "Format output using a custom template:\n'table':            Print output in table format with column headers (default)\n'table TEMPLATE':   Print output in table format using the given Go template\n'json':             Print in JSON format\n'TEMPLATE':         Print output using the given Go template.\nRefer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates",
    ],
    quiet: 'Only display volume names',
  },
  'volume prune': {
    all: [null, 'Remove all unused volumes, not just anonymous ones'],
    filter: ["Provide filter values (e.g. 'label=<label>')", 'Provide filter values (e.g. "label=<label>")'],
    force: 'Do not prompt for confirmation',
  },
  'volume rm': {
    force: 'Force the removal of one or more volumes',
  },
}
