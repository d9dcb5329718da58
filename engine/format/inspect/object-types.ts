import type { ClientVersion } from '../../cli/client-version'
import type { GoType } from '../template/go-value'
import { type Structs, structType } from './read-type'

/** The Go types of the client's image document. */
export function imageType(client: ClientVersion): GoType {
  return client === '20.10' ? OLD_IMAGE : CURRENT_IMAGE
}

const IMAGE_PARTS: Structs = {
  Empty: structType('struct {}', ''),
  GraphDriver: structType('types.GraphDriverData', 'Data:map[string] Name'),
  RootFS: structType('types.RootFS', 'Type Layers:[]string?'),
  Metadata: structType('types.ImageMetadata', 'LastTagTime?'),
  Healthcheck: structType(
    'container.HealthConfig',
    'Test:[]string? Interval:duration? Timeout:duration? StartPeriod:duration? Retries:int?',
  ),
}

const CONFIG_FIELDS = `Hostname Domainname User AttachStdin:bool AttachStdout:bool AttachStderr:bool
  ExposedPorts:map[Empty]? Tty:bool OpenStdin:bool StdinOnce:bool Env:[]string Cmd:[]string Healthcheck:*Healthcheck?
  ArgsEscaped:bool? Image Volumes:map[Empty] WorkingDir Entrypoint:[]string NetworkDisabled:bool? MacAddress?
  OnBuild:[]string Labels:map[string] StopSignal? StopTimeout:*int? Shell:[]string?`

const IMAGE_STRUCTS: Structs = { ...IMAGE_PARTS, Config: structType('container.Config', CONFIG_FIELDS, IMAGE_PARTS) }

const OLD_IMAGE = structType(
  'types.ImageInspect',
  `Id=ID RepoTags:[]string RepoDigests:[]string Parent Comment Created Container ContainerConfig:*Config DockerVersion
   Author Config:*Config Architecture Variant? Os OsVersion? Size:int VirtualSize:int GraphDriver:GraphDriver RootFS:RootFS
   Metadata:Metadata`,
  IMAGE_STRUCTS,
)

const CURRENT_IMAGE = structType(
  'image.InspectResponse',
  `Id=ID RepoTags:[]string RepoDigests:[]string Parent Comment Created? Container? ContainerConfig:*Config? DockerVersion
   Author Config:*Config Architecture Variant? Os OsVersion? Size:int VirtualSize:int? GraphDriver:GraphDriver
   RootFS:RootFS Metadata:Metadata`,
  IMAGE_STRUCTS,
)

/** The Go type of a volume's document. */
export const VOLUME_TYPE: GoType = structType(
  'volume.Volume',
  'CreatedAt? Driver Labels:map[string] Mountpoint Name Options:map[string] Scope Status:map[any]? UsageData:*UsageData?',
  { UsageData: structType('volume.UsageData', 'RefCount:int Size:int') },
)

const NETWORK_PARTS: Structs = {
  IPAMConfig: structType('network.IPAMConfig', 'Subnet? IPRange? Gateway? AuxiliaryAddresses=AuxAddress:map[string]?'),
  ConfigReference: structType('network.ConfigReference', 'Network'),
  EndpointResource: structType('types.EndpointResource', 'Name EndpointID MacAddress IPv4Address IPv6Address'),
}

/** The Go type of a network's document. */
export const NETWORK_TYPE: GoType = structType(
  'types.NetworkResource',
  `Name Id=ID Created Scope Driver EnableIPv4:bool? EnableIPv6:bool IPAM:IPAM Internal:bool Attachable:bool Ingress:bool
   ConfigFrom:ConfigReference ConfigOnly:bool Containers:map[EndpointResource] Options:map[string] Labels:map[string]`,
  {
    ...NETWORK_PARTS,
    IPAM: structType('network.IPAM', 'Driver Options:map[string] Config:[]IPAMConfig', NETWORK_PARTS),
  },
)

const VERSION_PARTS: Structs = {
  Platform: structType('struct { Name string }', 'Name'),
  Component: structType('types.ComponentVersion', 'Name Version Details:map[string]?'),
}

/** The Go type of what `docker version` tells: `{{.Client.APIVersion}}` where JSON has `ApiVersion`. */
export const VERSION_TYPE: GoType = structType('system.versionInfo', 'Client:Client Server:*Server', {
  Client: structType(
    'system.clientVersion',
    'Platform:*Platform? Version ApiVersion=APIVersion DefaultAPIVersion? GitCommit GoVersion Os Arch BuildTime? Context',
    VERSION_PARTS,
  ),
  Server: structType(
    'types.Version',
    'Platform:Platform? Version ApiVersion=APIVersion MinAPIVersion? GitCommit GoVersion Os Arch KernelVersion? BuildTime? Components:[]Component?',
    VERSION_PARTS,
  ),
})
