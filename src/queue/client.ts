/** The client of Redis, as a bundle can take it: a thread that only fetches parts needs no more. */
export { Redis } from 'ioredis'
