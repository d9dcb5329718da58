import { type Family, lastLines, machineWith, pick } from './family'
import { both, joined, session } from './html'

/** What a template of `docker inspect` prints. */
export const templateOutput: Family = {
  id: 'template-output',
  title: { fr: 'Ce qu’affiche un modèle', en: 'What a template prints' },
  chapter: '14-inspect',
  objective: 'write-templates',
  difficulty: 2,
  ask: 'one',
  beliefs: [],
  scenario: (draw) => {
    const name = pick(draw, ['web', 'site', 'front'])
    const port = pick(draw, [8080, 8081, 9000])
    const team = pick(draw, ['blue', 'red'])
    const run = `docker run -d --name ${name} --label team=${team} --restart always -p ${port}:80 nginx`
    const [template, near] = pick(draw, [
      ['{{.Name}}', [name, `/${name}`, `"${name}"`, `name: ${name}`]],
      ['{{json .Name}}', [`"${name}"`, `"/${name}"`, name, `/${name}`]],
      ['{{.Config.Image}}', ['nginx:latest', 'nginx', '"nginx"', 'docker.io/library/nginx']],
      ['{{json .Config.Image}}', ['nginx', '"nginx"', '"nginx:latest"', '["nginx"]']],
      ['{{index .Config.Labels "team"}}', [`team=${team}`, team, `"${team}"`, '<no value>']],
      ['{{.Config.Labels.team}}', [`team=${team}`, team, '<no value>', `map[team:${team}]`]],
      ['{{.Config.Labels.color}}', ['<no value>', 'null', '""', team]],
      ['{{.HostConfig.RestartPolicy.Name}}', ['always', '"always"', '{always 0}', '--restart always']],
      ['{{.State.Status}}', ['running', 'Up', 'true', '"running"']],
      ['{{.State.Running}}', ['true', 'running', 'yes', '1']],
      [
        '{{(index (index .NetworkSettings.Ports "80/tcp") 0).HostPort}}',
        ['80', String(port), `${port}:80`, `0.0.0.0:${port}`],
      ],
    ])
    return {
      prompt: joined(
        session([run, `docker inspect -f '${template}' ${name}`]),
        both('Qu’affiche la dernière ligne\u202f?', 'What does the last line print?'),
      ),
      start: machineWith(['nginx']),
      lines: [run, `docker inspect -f '${template}' ${name}`],
      read: lastLines,
      near,
      rules: ['TPL1', 'TPL2'],
      why: both(
        'Un modèle montre les valeurs telles que `docker inspect` les range\u00a0: le nom commence par `/`, l’image est écrite comme on l’a tapée. `json` les écrit en JSON, avec guillemets\u202f; sans lui, un texte n’en a pas. Une clé absente donne `<no value>`.',
        'A template shows values as `docker inspect` keeps them: the name begins with `/`, the image is written as it was typed. `json` writes them as JSON, with quotation marks; without it a text has none. A missing key gives `<no value>`.',
      ),
    }
  },
}
