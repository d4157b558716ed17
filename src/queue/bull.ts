/** What is used of BullMQ, as a bundle can take it. */
export { Queue, QueueEvents, Worker } from 'bullmq'
