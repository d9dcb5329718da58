import { RichText } from '@/components/ui/rich-text'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { FigureId } from '@/course/chapter/figures'
import { assertNever } from '@/engine/assert-never'
import type { Language } from '@/messages/language'
import { AttachedDetached } from './attached-detached'
import { BuildCache } from './build-cache'
import { BuildContext } from './build-context'
import { ClientDaemonRegistry } from './client-daemon-registry'
import { CommandAnatomy } from './command-anatomy'
import { CommitLayer } from './commit-layer'
import { CopyOnWrite } from './copy-on-write'
import { EntrypointCmd } from './entrypoint-cmd'
import { ExecTrees } from './exec-trees'
import { ImageName } from './image-name'
import { InstalledParts } from './installed-parts'
import { InstructionEffects } from './instruction-effects'
import { LifeCycle } from './life-cycle'
import { MultiStage } from './multi-stage'
import { NetworksDns } from './networks-dns'
import { OciStack } from './oci-stack'
import { PortMapping } from './port-mapping'
import { PruneScope } from './prune-scope'
import { PushRoad } from './push-road'
import { RestartHealth } from './restart-health'
import { RunRoad } from './run-road'
import { SaveExport } from './save-export'
import { SignalsPid1 } from './signals-pid1'
import { StdinTty } from './stdin-tty'
import { TagsAndLayers } from './tags-and-layers'
import { TaskAndService } from './task-and-service'
import { TemplateWalk } from './template-walk'
import { VmContainer } from './vm-container'
import { VolumeKinds } from './volume-kinds'

/** A figure of a chapter with its caption. Drawn once for both languages and both themes. */
export function Figure({
  figure,
  language,
  captionHtml,
  label,
  hint,
}: {
  readonly figure: FigureId
  readonly language: Language
  readonly captionHtml: string
  /** Name of the part that scrolls on a narrow screen. */
  readonly label: string
  /** Said under a figure that is wider than the screen. */
  readonly hint: string
}) {
  return (
    <figure className="figure-frame wide my-8">
      <ScrollRegion label={label} className="figure-scroll p-3 sm:p-5">
        {drawFigure(figure, language)}
      </ScrollRegion>
      <figcaption className="border-t border-line px-5 py-3 text-sm text-soft">
        <p className="figure-hint no-print mb-2 text-xs text-faint">
          <span aria-hidden>↔ </span>
          {hint}
        </p>
        <RichText html={captionHtml} />
      </figcaption>
    </figure>
  )
}

function drawFigure(figure: FigureId, language: Language) {
  switch (figure) {
    case 'signals-pid1':
      return <SignalsPid1 language={language} />
    case 'life-cycle':
      return <LifeCycle language={language} />
    case 'task-and-service':
      return <TaskAndService language={language} />
    case 'vm-container':
      return <VmContainer language={language} />
    case 'stdin-tty':
      return <StdinTty language={language} />
    case 'client-daemon-registry':
      return <ClientDaemonRegistry language={language} />
    case 'attached-detached':
      return <AttachedDetached language={language} />
    case 'exec-trees':
      return <ExecTrees language={language} />
    case 'run-road':
      return <RunRoad language={language} />
    case 'port-mapping':
      return <PortMapping language={language} />
    case 'tags-and-layers':
      return <TagsAndLayers language={language} />
    case 'image-name':
      return <ImageName language={language} />
    case 'volume-kinds':
      return <VolumeKinds language={language} />
    case 'copy-on-write':
      return <CopyOnWrite language={language} />
    case 'installed-parts':
      return <InstalledParts language={language} />
    case 'command-anatomy':
      return <CommandAnatomy language={language} />
    case 'prune-scope':
      return <PruneScope language={language} />
    case 'build-context':
      return <BuildContext language={language} />
    case 'build-cache':
      return <BuildCache language={language} />
    case 'instruction-effects':
      return <InstructionEffects language={language} />
    case 'entrypoint-cmd':
      return <EntrypointCmd language={language} />
    case 'commit-layer':
      return <CommitLayer language={language} />
    case 'multi-stage':
      return <MultiStage language={language} />
    case 'template-walk':
      return <TemplateWalk language={language} />
    case 'networks-dns':
      return <NetworksDns language={language} />
    case 'restart-health':
      return <RestartHealth language={language} />
    case 'save-export':
      return <SaveExport language={language} />
    case 'push-road':
      return <PushRoad language={language} />
    case 'oci-stack':
      return <OciStack language={language} />
    default:
      return assertNever(figure)
  }
}
