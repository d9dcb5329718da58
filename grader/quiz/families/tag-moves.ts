import { type Family, lastLines, machineWith, pick } from './family'
import { block, both, code, joined, session } from './html'

const build = 'docker build -q -t app .'

/** Which image a tag names after rebuilds. */
export const tagMoves: Family = {
  id: 'tag-moves',
  title: { fr: 'Quelle étiquette a bougé', en: 'Which tag moves' },
  chapter: '05-images',
  objective: 'tag-or-digest',
  difficulty: 2,
  ask: 'one',
  beliefs: [],
  scenario: (draw) => {
    const words = pick(draw, [
      ['one', 'two', 'three'],
      ['red', 'green', 'blue'],
      ['calm', 'breeze', 'storm'],
    ])
    const [first, second, third] = words
    const dockerfile = `FROM alpine\nCMD ["echo", "${first}"]`
    const edit = (from: string, to: string): string => `sed -i s/${from}/${to}/ Dockerfile`
    const tagAt = (place: number, line: string): readonly string[] => (draw(3) === place ? [line] : [])
    const lines = [
      build,
      ...tagAt(0, 'docker tag app app:kept'),
      edit(first ?? '', second ?? ''),
      build,
      ...tagAt(1, 'docker tag app app:kept'),
      edit(second ?? '', third ?? ''),
      pick(draw, [build, 'docker build -q -t app:new .']),
      ...tagAt(2, 'docker tag app:latest app:kept'),
    ]
    const asked = pick(draw, ['app', 'app:kept', 'app:latest'])
    const ask = `docker run --rm ${asked}`
    return {
      prompt: joined(
        both('Au début, voici le Dockerfile.', 'At first, this is the Dockerfile.'),
        block(dockerfile),
        both('Puis on tape ces lignes.', 'Then these lines are typed.'),
        session([...lines, ask]),
        both('Qu’affiche la dernière\u202f?', 'What does the last one print?'),
      ),
      start: machineWith(['alpine'], { Dockerfile: `${dockerfile}\n` }),
      lines: [...lines, ask],
      read: (shown) => (words.includes(lastLines(shown)) ? lastLines(shown) : 'refused'),
      near: [...words, 'refused'],
      rules: ['REF1', 'BUILD21', 'PULL3'],
      why: both(
        '`docker build -t` donne le nom à la nouvelle image et l’enlève à l’ancienne. `docker tag` donne un nom de plus à l’image du moment\u202f; ce nom ne suit pas les constructions suivantes. Sans étiquette, le nom veut dire `latest`.',
        '`docker build -t` gives the name to the new image and takes it from the old one. `docker tag` gives one more name to the image of the moment; that name does not follow later builds. Without a tag, the name means `latest`.',
      ),
    }
  },
  label: (answer) =>
    answer === 'refused'
      ? { fr: 'une erreur\u00a0: il n’y a pas d’image de ce nom', en: 'an error: there is no image of this name' }
      : { fr: code(answer), en: code(answer) },
}
