#!/bin/bash
# Workers of a queue as a Slurm job array; the coordinator runs wherever Redis can be reached:
#
#   sbatch --array=0-7 slurm-workers.sh redis://HOST
#   cityward sweep SCENARIO --queue redis://HOST --out RUN
#
# Each ends when there has been nothing to do for two minutes.
#SBATCH --job-name=cityward-work
#SBATCH --cpus-per-task=1
#SBATCH --requeue
set -eu
exec cityward work "$1" --threads "${SLURM_CPUS_PER_TASK:-1}" --idle "${IDLE:-120}" --quiet
