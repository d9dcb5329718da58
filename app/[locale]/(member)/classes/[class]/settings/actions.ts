'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import type { RescueOutcome } from '@/components/settings/rescue-form'
import type { SettingsOutcome } from '@/components/settings/settings-outcome'
import { removeAccommodation, setAccommodation } from '@/server/accommodations'
import { changeAssignmentSettings } from '@/server/assignment-settings'
import { readClass } from '@/server/classes'
import { importRescue, previewRescue } from '@/server/quizzes/rescue-file'
import { getViewer } from '@/server/session'
import { accommodationForm, assignmentForm, classOfAssignment } from './forms'

/** Changes how an assignment is taken and counted. */
export async function changeSettingsAction(_before: SettingsOutcome | null, form: FormData): Promise<SettingsOutcome> {
  const viewer = await getViewer()
  const timeZone = await classOfAssignment(viewer, form)
  const request = timeZone === null ? null : assignmentForm(form, timeZone)
  if (request === null) {
    return 'invalid'
  }
  return outcomeOf(await changeAssignmentSettings(viewer, request))
}

/** Grants somebody more time, other dates or more attempts. */
export async function grantAction(_before: SettingsOutcome | null, form: FormData): Promise<SettingsOutcome> {
  const viewer = await getViewer()
  const described = await readClass(viewer, String(form.get('classId')))
  const request = described.ok ? accommodationForm(form, described.value.timeZone) : null
  if (request === null) {
    return 'invalid'
  }
  return outcomeOf(await setAccommodation(viewer, request))
}

const removeRequest = z.object({ classId: z.uuid(), accommodationId: z.uuid() })

/** Takes an accommodation back. */
export async function removeAction(form: FormData): Promise<void> {
  const { classId, accommodationId } = removeRequest.parse(Object.fromEntries(form))
  await removeAccommodation(await getViewer(), classId, accommodationId)
  refresh()
}

const RESCUE_BYTES_MAX = 1_000_000

/** What a file of answers would change. */
export async function lookIntoRescueAction(_before: RescueOutcome | null, form: FormData): Promise<RescueOutcome> {
  const file = form.get('file')
  if (!(file instanceof File) || file.size > RESCUE_BYTES_MAX) {
    return { kind: 'refused' }
  }
  const text = await file.text()
  const preview = await previewRescue(await getViewer(), String(form.get('classId')), text)
  return preview.ok ? { kind: 'preview', text, preview: preview.value } : { kind: 'refused' }
}

const takeRequest = z.object({
  classId: z.uuid(),
  text: z.string().max(RESCUE_BYTES_MAX),
  reason: z.string().trim().min(1).max(2_000),
})

/** Takes the newer answers of the file, and marks the attempt anew. */
export async function takeRescueAction(_before: RescueOutcome | null, form: FormData): Promise<RescueOutcome> {
  const parsed = takeRequest.safeParse(Object.fromEntries(form))
  const imported = parsed.success ? await importRescue(await getViewer(), parsed.data) : null
  return imported?.ok === true ? { kind: 'imported', count: imported.value.imported } : { kind: 'refused' }
}

function outcomeOf(result: { readonly ok: true } | { readonly ok: false; readonly error: string }): SettingsOutcome {
  if (result.ok) {
    refresh()
    return 'saved'
  }
  return result.error === 'dates-out-of-order' || result.error === 'not-a-student' ? result.error : 'refused'
}
