/** What became of a change to a class's settings; `invalid`: a field does not hold what it should. */
export type SettingsOutcome = 'saved' | 'invalid' | 'dates-out-of-order' | 'not-a-student' | 'refused'

export type SettingsAction = (before: SettingsOutcome | null, form: FormData) => Promise<SettingsOutcome>
