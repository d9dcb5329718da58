/** next-auth's id of the one-click provider. */
export const DEMO_PROVIDER_ID = 'demo'

/** Password of the demonstration users. Published on purpose: they can enter in demo mode only. */
export const DEMO_PASSWORD = 'quai-demo-2026'

/** The two users offered for one-click sign-in. */
export const DEMO_STUDENT_EMAIL = 'camille.lefevre@demo.quai.example'
export const DEMO_INSTRUCTOR_EMAIL = 'helene.marchand@demo.quai.example'
