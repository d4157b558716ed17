/** What is used of BullMQ, as a bundle can take it. */
import { Queue, QueueEvents, Worker } from 'bullmq'

export const bull = { Queue, QueueEvents, Worker } as const
