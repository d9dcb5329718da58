import { type Family, lastLines, machineWith, pick } from './family'
import { block, both, joined, session } from './html'

/** What COPY and ADD put where. */
export const copyAdd: Family = {
  id: 'copy-add',
  title: { fr: 'COPY ou ADD', en: 'COPY versus ADD' },
  chapter: '19-dockerfile-instructions',
  objective: 'bring-files',
  difficulty: 2,
  ask: 'one',
  beliefs: [],
  scenario: (draw) => {
    const [page, style] = pick(draw, [
      ['index.html', 'style.css'],
      ['app.js', 'data.json'],
      ['main.py', 'notes.txt'],
    ])
    const step = pick(draw, [
      'COPY site.tar.gz /srv/',
      'ADD site.tar.gz /srv/',
      'COPY site /srv/',
      'ADD site /srv/',
      'COPY site /srv/site',
      'ADD site.tar.gz /srv/site/',
      `COPY site/${page} /srv/`,
      `COPY site/${page} /srv/page`,
    ])
    const dockerfile = ['FROM alpine', step].join('\n')
    const tar = `tar czf site.tar.gz -C site ${page} ${style}`
    return {
      prompt: joined(
        both(
          `Le dossier \`site\` contient \`${page}\` et \`${style}\`. On en fait une archive, puis une image \`demo\` à partir de ce Dockerfile.`,
          `The folder \`site\` holds \`${page}\` and \`${style}\`. An archive is made of them, then an image \`demo\` from this Dockerfile.`,
        ),
        session([tar]),
        block(dockerfile),
        both(
          'Qu’affiche cette ligne\u202f? (Dans `alpine`, `/srv` est vide.)',
          'What does this line print? (In `alpine`, `/srv` is empty.)',
        ),
        session(['docker run --rm demo ls /srv']),
      ),
      start: machineWith(['alpine'], {
        Dockerfile: `${dockerfile}\n`,
        [`site/${page}`]: 'one\n',
        [`site/${style}`]: 'two\n',
      }),
      lines: [tar, 'docker build -q -t demo .', 'docker run --rm demo ls /srv'],
      read: lastLines,
      near: ['site', 'site.tar.gz', `${page}\n${style}`, page, 'page', 'site\nsite.tar.gz'],
      rules: ['BUILD7', 'BUILD9'],
      why: both(
        'COPY et ADD mettent le contenu d’un dossier à la destination, non le dossier lui-même. Une archive locale\u00a0: ADD la déballe, COPY la copie telle quelle. Une destination qui finit par `/` est un dossier.',
        'COPY and ADD put the content of a folder at the destination, not the folder itself. A local archive: ADD unpacks it, COPY copies it as it is. A destination that ends in `/` is a folder.',
      ),
    }
  },
}
