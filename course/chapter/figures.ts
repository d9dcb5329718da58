/** The figures that components draw; a chapter may name no other. */
export const FIGURES = [
  'signals-pid1',
  'life-cycle',
  'task-and-service',
  'vm-container',
  'stdin-tty',
  'client-daemon-registry',
  'attached-detached',
  'exec-trees',
  'run-road',
  'port-mapping',
  'tags-and-layers',
  'image-name',
  'volume-kinds',
  'copy-on-write',
  'installed-parts',
  'command-anatomy',
  'prune-scope',
  'build-context',
  'build-cache',
  'instruction-effects',
  'entrypoint-cmd',
  'commit-layer',
  'multi-stage',
  'template-walk',
  'networks-dns',
  'restart-health',
  'save-export',
  'push-road',
  'oci-stack',
] as const

export type FigureId = (typeof FIGURES)[number]

export function isFigure(id: string): id is FigureId {
  return FIGURES.some((figure) => figure === id)
}
