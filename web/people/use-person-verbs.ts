import { addAbsence, addHolidayCalendar, answerSwap, cancelAbsence, chooseHolidays, offerSwap, setHours } from '#contract/people.ts'
import { useSend } from '../app/send.ts'

/** Everything that can be done with a person's working time. All of it changes who is there when, so people and brief are read again. */
export function usePersonVerbs() {
  return {
    setHours: useSend(setHours, 'people', 'account', 'brief'),
    addAbsence: useSend(addAbsence, 'people', 'brief'),
    cancelAbsence: useSend(cancelAbsence, 'people', 'brief'),
    offerSwap: useSend(offerSwap, 'people', 'brief'),
    answerSwap: useSend(answerSwap, 'people', 'brief'),
    chooseHolidays: useSend(chooseHolidays, 'people', 'brief'),
    addHolidays: useSend(addHolidayCalendar, 'people'),
  }
}
export type PersonVerbs = ReturnType<typeof usePersonVerbs>
