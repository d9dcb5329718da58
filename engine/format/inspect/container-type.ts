import type { ClientVersion } from '../../cli/client-version'
import type { GoType } from '../template/go-value'
import { type Structs, structType } from './read-type'

/** The Go types of the client's container document, in the order of their fields (moby `api/types`, 1.41 and 1.50). */
export function containerType(client: ClientVersion): GoType {
  return client === '20.10' ? OLD : CURRENT
}

const HEALTH: Structs = {
  HealthcheckResult: structType('types.HealthcheckResult', 'Start End ExitCode:int Output'),
  Empty: structType('struct {}', ''),
  Binding: structType('nat.PortBinding', 'HostIp=HostIP HostPort'),
  RestartPolicy: structType('container.RestartPolicy', 'Name MaximumRetryCount:int'),
  LogConfig: structType('container.LogConfig', 'Type Config:map[string]'),
  Device: structType('container.DeviceMapping', 'PathOnHost PathInContainer CgroupPermissions'),
  DeviceRequest: structType(
    'container.DeviceRequest',
    'Driver Count:int DeviceIDs:[]string Capabilities:[][]string Options:map[string]',
  ),
  Throttle: structType('blkiodev.ThrottleDevice', 'Path Rate:int'),
  Weight: structType('blkiodev.WeightDevice', 'Path Weight:int'),
  Ulimit: structType('units.Ulimit', 'Name Hard:int Soft:int'),
  Driver: structType('mount.Driver', 'Name? Options:map[string]?'),
  BindOptions: structType('mount.BindOptions', 'Propagation? NonRecursive:bool? CreateMountpoint:bool?'),
  TmpfsOptions: structType('mount.TmpfsOptions', 'SizeBytes:int? Mode:int?'),
  GraphDriver: structType('types.GraphDriverData', 'Data:map[string] Name'),
  MountPoint: structType('types.MountPoint', 'Type? Name? Source Destination Driver? Mode RW:bool Propagation'),
  Healthcheck: structType(
    'container.HealthConfig',
    'Test:[]string? Interval:duration? Timeout:duration? StartPeriod:duration? StartInterval:duration? Retries:int?',
  ),
  Address: structType('network.Address', 'Addr PrefixLen:int'),
  IPAMConfig: structType('network.EndpointIPAMConfig', 'IPv4Address? IPv6Address? LinkLocalIPs:[]string?'),
}

const SHARED: Structs = {
  ...HEALTH,
  Health: structType('types.Health', 'Status FailingStreak:int Log:[]*HealthcheckResult', HEALTH),
  VolumeOptions: structType(
    'mount.VolumeOptions',
    'NoCopy:bool? Labels:map[string]? Subpath? DriverConfig:*Driver?',
    HEALTH,
  ),
}

const INNER: Structs = {
  ...SHARED,
  State: structType(
    'types.ContainerState',
    `Status Running:bool Paused:bool Restarting:bool OOMKilled:bool Dead:bool Pid:int ExitCode:int Error StartedAt
     FinishedAt Health:*Health?`,
    SHARED,
  ),
  Mount: structType(
    'mount.Mount',
    `Type? Source? Target? ReadOnly:bool? Consistency? BindOptions:*BindOptions? VolumeOptions:*VolumeOptions?
     TmpfsOptions:*TmpfsOptions?`,
    SHARED,
  ),
  Config: structType(
    'container.Config',
    `Hostname Domainname User AttachStdin:bool AttachStdout:bool AttachStderr:bool ExposedPorts:map[Empty]?
     Tty:bool OpenStdin:bool StdinOnce:bool Env:[]string Cmd:[]string Healthcheck:*Healthcheck? ArgsEscaped:bool? Image
     Volumes:map[Empty] WorkingDir Entrypoint:[]string NetworkDisabled:bool? MacAddress? OnBuild:[]string
     Labels:map[string] StopSignal? StopTimeout:*int? Shell:[]string?`,
    SHARED,
  ),
}

const HOST_START = `Binds:[]string ContainerIDFile LogConfig:LogConfig NetworkMode PortBindings:map[[]Binding]
  RestartPolicy:RestartPolicy AutoRemove:bool VolumeDriver VolumesFrom:[]string`
const HOST_MIDDLE = `CapAdd:[]string CapDrop:[]string CgroupnsMode Dns=DNS:[]string DnsOptions=DNSOptions:[]string
  DnsSearch=DNSSearch:[]string ExtraHosts:[]string GroupAdd:[]string IpcMode Cgroup Links:[]string OomScoreAdj:int PidMode
  Privileged:bool PublishAllPorts:bool ReadonlyRootfs:bool SecurityOpt:[]string StorageOpt:map[string]? Tmpfs:map[string]?
  UTSMode UsernsMode ShmSize:int Sysctls:map[string]? Runtime?`
const HOST_RESOURCES = `Isolation CpuShares=CPUShares:int Memory:int NanoCpus=NanoCPUs:int CgroupParent BlkioWeight:int
  BlkioWeightDevice:[]*Weight BlkioDeviceReadBps:[]*Throttle BlkioDeviceWriteBps:[]*Throttle
  BlkioDeviceReadIOps:[]*Throttle BlkioDeviceWriteIOps:[]*Throttle CpuPeriod=CPUPeriod:int CpuQuota=CPUQuota:int
  CpuRealtimePeriod=CPURealtimePeriod:int CpuRealtimeRuntime=CPURealtimeRuntime:int CpusetCpus CpusetMems
  Devices:[]Device DeviceCgroupRules:[]string DeviceRequests:[]DeviceRequest`
const HOST_END = `MemoryReservation:int MemorySwap:int MemorySwappiness:*int OomKillDisable:*bool PidsLimit:*int
  Ulimits:[]*Ulimit CpuCount=CPUCount:int CpuPercent=CPUPercent:int IOMaximumIOps:int IOMaximumBandwidth:int
  Mounts:[]Mount? MaskedPaths:[]string ReadonlyPaths:[]string Init:*bool?`

const OLD_NETWORKING: Structs = {
  ...INNER,
  Endpoint: structType(
    'network.EndpointSettings',
    `IPAMConfig:*IPAMConfig Links:[]string Aliases:[]string NetworkID EndpointID Gateway IPAddress IPPrefixLen:int
     IPv6Gateway GlobalIPv6Address GlobalIPv6PrefixLen:int MacAddress DriverOpts:map[string]`,
    INNER,
  ),
}

const CURRENT_NETWORKING: Structs = {
  ...INNER,
  Endpoint: structType(
    'network.EndpointSettings',
    `IPAMConfig:*IPAMConfig Links:[]string Aliases:[]string MacAddress DriverOpts:map[string] GwPriority:int NetworkID
     EndpointID Gateway IPAddress IPPrefixLen:int IPv6Gateway GlobalIPv6Address GlobalIPv6PrefixLen:int
     DNSNames:[]string`,
    INNER,
  ),
}

const SETTINGS_END = `SecondaryIPAddresses:[]Address SecondaryIPv6Addresses:[]Address EndpointID Gateway
  GlobalIPv6Address GlobalIPv6PrefixLen:int IPAddress IPPrefixLen:int IPv6Gateway MacAddress Networks:map[*Endpoint]`

const BASE_START = `Id=ID Created Path Args:[]string State:*State Image ResolvConfPath HostnamePath HostsPath LogPath`
const BASE_END = `Name RestartCount:int Driver Platform MountLabel ProcessLabel AppArmorProfile ExecIDs:[]string
  HostConfig:*HostConfig GraphDriver:GraphDriver SizeRw:*int? SizeRootFs:*int? Mounts:[]MountPoint Config:*Config
  NetworkSettings:*NetworkSettings`

const OLD = structType('types.ContainerJSON', `${BASE_START} ${BASE_END}`, {
  ...INNER,
  HostConfig: structType(
    'container.HostConfig',
    `${HOST_START} ${HOST_MIDDLE} ConsoleSize:size ${HOST_RESOURCES} KernelMemory:int KernelMemoryTCP:int ${HOST_END}`,
    INNER,
  ),
  NetworkSettings: structType(
    'types.NetworkSettings',
    `Bridge SandboxID HairpinMode:bool LinkLocalIPv6Address LinkLocalIPv6PrefixLen:int Ports:map[[]Binding] SandboxKey
     ${SETTINGS_END}`,
    OLD_NETWORKING,
  ),
})

const CURRENT = structType('container.InspectResponse', `${BASE_START} ${BASE_END}`, {
  ...INNER,
  HostConfig: structType(
    'container.HostConfig',
    `${HOST_START} ConsoleSize:size Annotations:map[string]? ${HOST_MIDDLE} ${HOST_RESOURCES} KernelMemoryTCP:int? ${HOST_END}`,
    INNER,
  ),
  NetworkSettings: structType(
    'container.NetworkSettings',
    `Bridge SandboxID SandboxKey Ports:map[[]Binding] HairpinMode:bool LinkLocalIPv6Address LinkLocalIPv6PrefixLen:int
     ${SETTINGS_END}`,
    CURRENT_NETWORKING,
  ),
})
