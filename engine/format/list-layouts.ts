import type { ClientVersion } from '../cli/client-version'
import { ANY, type GoField, type GoType, LOOKUP_METHOD, STRING } from './template/go-value'

/** How a list command prints: the Go type its rows have in templates, their fields, and the default table. */
export interface ListLayout {
  readonly row: GoType
  /** Column headers by field. */
  readonly headers: Readonly<Record<string, string>>
  readonly columns: readonly string[]
  /** What `-q` prints. */
  readonly quiet: string
  /** What `--format raw` prints, where there is such, and what with `-q`. */
  readonly raw: { readonly full: string; readonly quiet: string } | null
  /** Whether `-q` makes nothing of a `--format` beside it (`ps` only). */
  readonly quietWins: boolean
}

function layout(
  name: string,
  headers: Readonly<Record<string, string>>,
  rest: Omit<ListLayout, 'row' | 'headers'>,
): ListLayout {
  const names = Object.keys(headers).toSorted()
  const fields: GoField[] = names.map((field) => ({ name: field, key: field, type: STRING, omitEmpty: false }))
  const label: GoField = { name: 'Label', key: 'Label', type: LOOKUP_METHOD, omitEmpty: true }
  return { row: { kind: 'struct', name, fields: [...fields, label], escapeHtml: true }, headers, ...rest }
}

const CONTAINER_LIST = layout(
  '*formatter.ContainerContext',
  {
    Command: 'COMMAND',
    CreatedAt: 'CREATED AT',
    ID: 'CONTAINER ID',
    Image: 'IMAGE',
    Labels: 'LABELS',
    LocalVolumes: 'LOCAL VOLUMES',
    Mounts: 'MOUNTS',
    Names: 'NAMES',
    Networks: 'NETWORKS',
    Ports: 'PORTS',
    RunningFor: 'CREATED',
    Size: 'SIZE',
    State: 'STATE',
    Status: 'STATUS',
  },
  {
    columns: ['ID', 'Image', 'Command', 'RunningFor', 'Status', 'Ports', 'Names'],
    quiet: 'ID',
    quietWins: true,
    raw: {
      quiet: 'container_id: {{.ID}}',
      full: [
        'container_id: {{.ID}}',
        'image: {{.Image}}',
        'command: {{.Command}}',
        'created_at: {{.CreatedAt}}',
        'state: {{- pad .State 1 0}}',
        'status: {{- pad .Status 1 0}}',
        'names: {{.Names}}',
        'labels: {{- pad .Labels 1 0}}',
        'ports: {{- pad .Ports 1 0}}',
        '',
      ].join('\n'),
    },
  },
)

const PLATFORM: GoField = { name: 'Platform', key: 'Platform', type: ANY, omitEmpty: false }

const CURRENT_CONTAINER_LIST: ListLayout = {
  ...CONTAINER_LIST,
  headers: { ...CONTAINER_LIST.headers, Platform: 'PLATFORM' },
  row: withField(CONTAINER_LIST.row, PLATFORM),
}

/** `docker ps`; since 28 a row also has its platform, null where the engine does not tell. */
export function containerList(client: ClientVersion): ListLayout {
  return client === '20.10' ? CONTAINER_LIST : CURRENT_CONTAINER_LIST
}

function withField(row: GoType, field: GoField): GoType {
  if (row.kind !== 'struct') return row
  return { ...row, fields: [...row.fields, field].toSorted((a, b) => (a.name < b.name ? -1 : 1)) }
}

export const IMAGE_LIST = layout(
  '*formatter.imageContext',
  {
    Containers: 'CONTAINERS',
    CreatedAt: 'CREATED AT',
    CreatedSince: 'CREATED',
    Digest: 'DIGEST',
    ID: 'IMAGE ID',
    Repository: 'REPOSITORY',
    SharedSize: 'SHARED SIZE',
    Size: 'SIZE',
    Tag: 'TAG',
    UniqueSize: 'UNIQUE SIZE',
    VirtualSize: 'SIZE',
  },
  {
    columns: ['Repository', 'Tag', 'ID', 'CreatedSince', 'Size'],
    quiet: 'ID',
    quietWins: false,
    raw: {
      quiet: 'image_id: {{.ID}}',
      full: 'repository: {{.Repository}}\ntag: {{.Tag}}\nimage_id: {{.ID}}\ncreated_at: {{.CreatedAt}}\nvirtual_size: {{.Size}}\n',
    },
  },
)

/** `docker images --digests` */
export const IMAGE_DIGEST_COLUMNS: readonly string[] = ['Repository', 'Tag', 'Digest', 'ID', 'CreatedSince', 'Size']

export const VOLUME_LIST = layout(
  '*formatter.volumeContext',
  {
    Driver: 'DRIVER',
    Labels: 'LABELS',
    Links: 'LINKS',
    Mountpoint: 'MOUNTPOINT',
    Name: 'VOLUME NAME',
    Scope: 'SCOPE',
    Size: 'SIZE',
  },
  {
    columns: ['Driver', 'Name'],
    quiet: 'Name',
    raw: { full: 'name: {{.Name}}\ndriver: {{.Driver}}\n', quiet: 'name: {{.Name}}' },
    quietWins: false,
  },
)

export const NETWORK_LIST = layout(
  '*network.networkContext',
  {
    CreatedAt: 'CREATED AT',
    Driver: 'DRIVER',
    ID: 'NETWORK ID',
    IPv6: 'IPV6',
    Internal: 'INTERNAL',
    Labels: 'LABELS',
    Name: 'NAME',
    Scope: 'SCOPE',
  },
  {
    columns: ['ID', 'Name', 'Driver', 'Scope'],
    quiet: 'ID',
    raw: {
      full: 'network_id: {{.ID}}\nname: {{.Name}}\ndriver: {{.Driver}}\nscope: {{.Scope}}\n',
      quiet: 'network_id: {{.ID}}',
    },
    quietWins: false,
  },
)

export const HISTORY_LIST = layout(
  '*image.historyContext',
  {
    Comment: 'COMMENT',
    CreatedAt: 'CREATED AT',
    CreatedBy: 'CREATED BY',
    CreatedSince: 'CREATED',
    ID: 'IMAGE',
    Size: 'SIZE',
  },
  { columns: ['ID', 'CreatedSince', 'CreatedBy', 'Size', 'Comment'], quiet: 'ID', raw: null, quietWins: false },
)

export const SEARCH_LIST = layout(
  '*registry.searchContext',
  {
    Description: 'DESCRIPTION',
    IsAutomated: 'AUTOMATED',
    IsOfficial: 'OFFICIAL',
    Name: 'NAME',
    StarCount: 'STARS',
  },
  { columns: ['Name', 'Description', 'StarCount', 'IsOfficial'], quiet: 'Name', raw: null, quietWins: false },
)

export const STATS_LIST = layout(
  '*container.statsContext',
  {
    BlockIO: 'BLOCK I/O',
    CPUPerc: 'CPU %',
    Container: 'CONTAINER',
    ID: 'CONTAINER ID',
    MemPerc: 'MEM %',
    MemUsage: 'MEM USAGE / LIMIT',
    Name: 'NAME',
    NetIO: 'NET I/O',
    PIDs: 'PIDS',
  },
  {
    columns: ['ID', 'Name', 'CPUPerc', 'MemUsage', 'MemPerc', 'NetIO', 'BlockIO', 'PIDs'],
    quiet: 'ID',
    raw: null,
    quietWins: false,
  },
)

export const DISK_USAGE_LIST = layout(
  '*formatter.diskUsageImagesContext',
  { Active: 'ACTIVE', Reclaimable: 'RECLAIMABLE', Size: 'SIZE', TotalCount: 'TOTAL', Type: 'TYPE' },
  { columns: ['Type', 'TotalCount', 'Active', 'Size', 'Reclaimable'], quiet: 'Type', raw: null, quietWins: false },
)
