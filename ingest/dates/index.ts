/** Dates: expressions with their TIMEX3 values, and the date of an event. */
export { eventDate, toEventDate } from './event-date.ts';
export { type DateExpression, resolveDates } from './resolve.ts';
