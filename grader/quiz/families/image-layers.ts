import type { Shown } from '../trial/machine'
import { type Family, machineWith, pick } from './family'
import { block, both, joined } from './html'

const answer = (layers: number | string, size: number | string): string => `${layers} ${size}`

function read(shown: readonly Shown[]): string {
  const [layers = '', size = ''] = shown.slice(-2).map(({ output }) => output.trim())
  return /^\d+$/u.test(layers) && /^\d/u.test(size) ? answer(layers, Math.round(Number.parseFloat(size))) : ''
}

/** How many layers an image has and how much it takes. */
export const imageLayers: Family = {
  id: 'image-layers',
  title: { fr: 'Nombre de couches et taille d’une image', en: 'Layers and size of an image' },
  chapter: '16-layers',
  objective: 'measure-sizes',
  difficulty: 3,
  ask: 'one',
  beliefs: [],
  scenario: (draw) => {
    const megabytes = pick(draw, [20, 30, 50])
    const make = `RUN dd if=/dev/zero of=/big bs=1000000 count=${megabytes}`
    const removal = pick(draw, ['later', 'at once', 'never'])
    const extra = pick(draw, ['ENV MODE=demo', 'LABEL team=quai', 'EXPOSE 80', 'COPY app.sh /', 'CMD ["sh"]'])
    const steps = removal === 'at once' ? [`${make} && rm /big`] : removal === 'later' ? [make, 'RUN rm /big'] : [make]
    const dockerfile = ['FROM alpine', ...steps, extra].join('\n')
    const all = 1 + steps.length + 1
    const [small, large] = [8, 8 + megabytes]
    const near = [
      [all, large],
      [all, small],
      [all - 1, large],
      [all - 1, small],
      [1, large],
      [all + 1, large],
    ] as const
    return {
      prompt: joined(
        block(dockerfile),
        both(
          'L’image `alpine` a une couche et pèse environ 8 Mo. Combien de couches a l’image construite à partir de ce Dockerfile, et combien pèse-t-elle\u202f?',
          'The image `alpine` has one layer and takes about 8 MB. How many layers has the image built from this Dockerfile, and how much does it take?',
        ),
      ),
      start: machineWith(['alpine'], { Dockerfile: `${dockerfile}\n`, 'app.sh': 'echo app\n' }),
      lines: [
        'docker build -q -t app .',
        "docker inspect -f '{{len .RootFS.Layers}}' app",
        "docker images --format '{{.Size}}' app",
      ],
      read,
      near: near.map(([layers, size]) => answer(layers, size)),
      rules: ['FILE1', 'FILE2', 'BUILD6'],
      why: both(
        'RUN, COPY et ADD ajoutent chacun une couche\u202f; ENV, LABEL, EXPOSE et CMD n’en ajoutent pas. Un fichier supprimé dans une couche suivante reste dans la sienne et pèse toujours\u202f; supprimé dans le même RUN, il ne laisse rien.',
        'RUN, COPY and ADD add a layer each; ENV, LABEL, EXPOSE and CMD add none. A file removed in a later layer stays in its own and still counts; removed within the same RUN, it leaves nothing.',
      ),
    }
  },
  label: (text) => {
    const [layers, size] = text.split(' ').map(Number)
    return {
      fr: `${layers} couche${layers === 1 ? '' : 's'}, environ ${size}\u00a0Mo`,
      en: `${layers} layer${layers === 1 ? '' : 's'}, about ${size}\u00a0MB`,
    }
  },
}
