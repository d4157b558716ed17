#!/bin/bash
# Shards of a sweep as a Slurm job array, on a folder that all nodes see.
#
#   sbatch --array=0-7 slurm.sh SCENARIO OUT [OPTIONS OF cityward sweep]
#   sbatch --dependency=afterok:JOB --wrap 'cityward merge OUT/whole OUT/shard-*'
#
# A task that was ended or preempted goes on where it stood when it is submitted again: sbatch --array=3 with COUNT=8.
#SBATCH --job-name=cityward
#SBATCH --cpus-per-task=1
#SBATCH --requeue
#SBATCH --signal=B:TERM@60
set -eu
scenario=$1 out=$2
shift 2
# the share of a task that is submitted by itself is read from COUNT, as it no longer knows how many there were
exec cityward sweep "$scenario" --shard "auto${COUNT:+/$COUNT}" --out "$out/shard-$SLURM_ARRAY_TASK_ID" \
  --threads "${SLURM_CPUS_PER_TASK:-1}" --quiet "$@"
