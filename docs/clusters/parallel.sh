#!/bin/sh
# Shards of a sweep side by side on this machine or, with --sshlogin, on others that see the same folder; then one run of them.
#
#   sh parallel.sh SCENARIO SHARDS OUT [OPTIONS OF cityward sweep]
#
# The same command again goes on where it stood: a shard that is whole is not run again.
set -eu
scenario=$1 shards=$2 out=$3
shift 3
seq "$shards" | parallel --halt soon,fail=1 --jobs "${JOBS:-2}" \
  cityward sweep "$scenario" --shard "{}/$shards" --out "$out/shard-{}" --threads "${THREADS:-1}" --quiet "$@"
cityward merge "$out/whole" $(seq -f "$out/shard-%g" "$shards")
