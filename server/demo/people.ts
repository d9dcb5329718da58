import type { Language } from '@/grader/localized-text'
import type { Role } from '../views/viewer'
import { DEMO_INSTRUCTOR_EMAIL, DEMO_STUDENT_EMAIL } from './accounts'
import type { SessionName } from './sessions'

/** An invented member of the demonstration class. Names with accents and apostrophes are there to be displayed and sorted. */
export interface DemoPerson {
  readonly email: string
  readonly name: string
  readonly language: Language
  readonly role: Role
  /** Share of the quiz's questions they answer rightly, in percent; `null`: they have not taken it. */
  readonly quizSkill: number | null
  /** What they pasted into the exercise, in this order. */
  readonly sessions: readonly SessionName[]
  /** Whether they object to what the grader holds to be impossible. */
  readonly objects: boolean
}

function student(
  login: string,
  name: string,
  language: Language,
  quizSkill: number | null,
  sessions: readonly SessionName[],
): DemoPerson {
  return { email: `${login}@demo.quai.example`, name, language, role: 'student', quizSkill, sessions, objects: false }
}

function staff(email: string, name: string, role: Role): DemoPerson {
  return { email, name, language: 'fr', role, quizSkill: null, sessions: [], objects: false }
}

/** The one-click student has done nothing yet: the visitor does it. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  staff(DEMO_INSTRUCTOR_EMAIL, 'Hélène Marchand', 'instructor'),
  staff('yanis.benali@demo.quai.example', 'Yanis Benali', 'assistant'),
  { ...student('camille', 'Camille Lefèvre', 'fr', null, []), email: DEMO_STUDENT_EMAIL },
  student('noah.wilson', 'Noah Wilson', 'en', 90, ['complete']),
  student('ines.haddad', 'Inès Haddad', 'fr', 100, ['without-kill', 'complete']),
  student('lucas.moreau', 'Lucas Moreau', 'fr', 60, ['without-kill']),
  student('emily.carter', 'Emily Carter', 'en', 80, ['with-detours']),
  { ...student('thomas.girard', 'Thomas Girard', 'fr', 40, ['edited']), objects: true },
  student('chloe.dubois', 'Chloé Dubois', 'fr', 70, ['complete']),
  student('oliver.bennett', 'Oliver Bennett', 'en', 50, []),
  student('mamadou.diallo', 'Mamadou Diallo', 'fr', 90, ['with-detours']),
  student('sophie.tremblay', 'Sophie Tremblay', 'fr', 80, ['complete']),
  student('priya.raman', 'Priya Raman', 'en', null, ['without-kill']),
  student('elodie.nguyen', 'Élodie N’Guyen', 'fr', null, []),
]
