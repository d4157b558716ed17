// A worker that is gone before it is ready.
process.exit(1)
