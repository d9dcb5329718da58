import { type Family, lastLines, machineWith, pick } from './family'
import { block, both, code, joined, session } from './html'

const form = (instruction: string, words: readonly string[], shell: boolean): string =>
  shell ? `${instruction} ${words.join(' ')}` : `${instruction} [${words.map((word) => `"${word}"`).join(', ')}]`

const REFUSED = 'refused'

/** What an image prints by the forms of its ENTRYPOINT and CMD and by the words after its name. */
export const entrypointCmd: Family = {
  id: 'entrypoint-cmd',
  title: { fr: 'ENTRYPOINT, CMD, arguments et formes', en: 'ENTRYPOINT, CMD, arguments and forms' },
  chapter: '20-entrypoint-cmd',
  objective: 'combine-both',
  difficulty: 3,
  ask: 'one',
  beliefs: ['arguments-add-to-cmd', 'arguments-replace-entrypoint'],
  scenario: (draw) => {
    const [entry, command, argument] = pick(draw, [
      ['quai', 'boat', 'rope'],
      ['hello', 'world', 'moon'],
      ['north', 'south', 'east'],
      ['alpha', 'beta', 'gamma'],
    ])
    const shape = pick(draw, ['both', 'shell-entrypoint', 'shell-cmd', 'cmd-alone'])
    const given = pick(draw, [true, false])
    const alone = shape === 'cmd-alone'
    const dockerfile = [
      'FROM alpine',
      ...(alone ? [] : [form('ENTRYPOINT', ['echo', entry], shape === 'shell-entrypoint')]),
      form('CMD', alone ? ['echo', command] : [command], shape === 'shell-cmd'),
    ].join('\n')
    const run = ['docker run --rm demo', ...(given ? [alone ? `echo ${argument}` : argument] : [])].join(' ')
    const shell = `${entry} /bin/sh -c ${command}`
    const near = given
      ? [`${entry} ${argument}`, `${entry} ${command} ${argument}`, argument, entry, `${entry} ${command}`, shell]
      : [`${entry} ${command}`, entry, command, shell, `${command} ${entry}`]
    return {
      prompt: joined(
        both(
          'Une image `demo` est construite à partir de ce Dockerfile.',
          'An image `demo` is built from this Dockerfile.',
        ),
        block(dockerfile),
        both('Qu’affiche cette ligne\u202f?', 'What does this line print?'),
        session([run]),
      ),
      start: machineWith(['alpine'], { Dockerfile: `${dockerfile}\n` }),
      lines: ['docker build -q -t demo .', run],
      read: (shown) => (shown.at(-1)?.exitCode === 0 ? lastLines(shown) : REFUSED),
      near,
      rules: ['BUILD2', 'BUILD2', 'CLI2'],
      why: both(
        'Les mots écrits après l’image remplacent CMD, jamais ENTRYPOINT. CMD, ou ce qui le remplace, s’ajoute à un ENTRYPOINT de forme exec\u202f; un ENTRYPOINT de forme shell ignore les deux, et un CMD de forme shell s’écrit `/bin/sh -c …`.',
        'Words after the image replace CMD, never ENTRYPOINT. CMD, or what replaces it, is added to an ENTRYPOINT in exec form; an ENTRYPOINT in shell form ignores both, and a CMD in shell form reads `/bin/sh -c …`.',
      ),
    }
  },
  label: (answer) =>
    answer === REFUSED
      ? { fr: 'une erreur\u00a0: le conteneur ne démarre pas', en: 'an error: the container does not start' }
      : { fr: code(answer), en: code(answer) },
}
