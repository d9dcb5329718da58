import { type Family, lastLines, machineWith, pick } from './family'
import { both, joined, session } from './html'

const LABELS: Readonly<Record<string, { readonly fr: string; readonly en: string }>> = {
  untagged: { fr: 'seulement des lignes <code>Untagged:</code>', en: 'only lines <code>Untagged:</code>' },
  deleted: {
    fr: 'des lignes <code>Untagged:</code> et <code>Deleted:</code>',
    en: 'lines <code>Untagged:</code> and <code>Deleted:</code>',
  },
  'must-force': {
    fr: 'une erreur\u00a0: il y a conflit avec un conteneur, il faut forcer',
    en: 'an error: a container is in conflict, it must be forced',
  },
  absent: { fr: 'une erreur\u00a0: il n’y a pas d’image de ce nom', en: 'an error: there is no image of this name' },
}

function outcome(printed: string): string {
  if (/No such image/u.test(printed)) {
    return 'absent'
  }
  if (/conflict/u.test(printed)) {
    return 'must-force'
  }
  return /^Deleted:/mu.test(printed) ? 'deleted' : 'untagged'
}

/** Which `docker rmi` succeeds, and what it prints. */
export const rmiOutcome: Family = {
  id: 'rmi-outcome',
  title: { fr: 'Ce que fait docker rmi', en: 'What docker rmi does' },
  chapter: '05-images',
  objective: 'remove-images',
  difficulty: 2,
  ask: 'one',
  beliefs: ['rmi-removes-containers'],
  scenario: (draw) => {
    const tagged = pick(draw, [true, false])
    const container = pick(draw, [
      'docker run --rm alpine true',
      'docker run --name job alpine true',
      'docker run -d --name job alpine sleep 1000',
      'docker run -d --name job nginx',
    ])
    const remove = pick(draw, [
      'docker rmi alpine',
      'docker rmi alpine:latest',
      'docker rmi mine',
      'docker rmi -f alpine',
    ])
    const lines = ['docker pull alpine', ...(tagged ? ['docker tag alpine mine'] : []), container, remove]
    return {
      prompt: joined(
        both(
          'Sur un hôte où seule l’image `nginx` existe, on tape ces lignes.',
          'On a host that has only the image `nginx`, these lines are typed.',
        ),
        session(lines),
        both('Que répond la dernière\u202f?', 'What does the last one answer?'),
      ),
      start: machineWith(['nginx']),
      lines,
      read: (shown) => outcome(lastLines(shown)),
      near: ['deleted', 'untagged', 'must-force', 'absent'],
      rules: ['RMI1', 'RMI3'],
      why: both(
        'Si l’image a un autre nom, `rmi` enlève seulement celui-ci. Avec le dernier nom, il efface les couches, sauf si un conteneur, même arrêté, vient de l’image\u00a0: il refuse alors, et `-f` n’enlève que le nom tant que le conteneur l’utilise.',
        'If the image has another name, `rmi` only takes this one away. With the last name it deletes the layers, unless a container, even a stopped one, came from the image: then it refuses, and `-f` takes the name away as long as the container uses it.',
      ),
    }
  },
  label: (answer) => LABELS[answer] ?? { fr: answer, en: answer },
}
