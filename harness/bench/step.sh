#!/bin/sh
# Alternates our training step with another framework's, on one thread, and prints what each says.
#
#   harness/bench/step.sh                          our step only, twice
#   harness/bench/step.sh 'COMMAND'                ours, COMMAND, ours, COMMAND: compare within one run
#   CPU=true harness/bench/step.sh                 thread time instead of the clock, for a busy machine
#   ROUNDS=3 STEPS=200 CLIP=1 harness/bench/step.sh
#
# For clock time the machine must be idle. With COMMAND, each round gives the ratio of medians of the
# random path (COMMAND must print a line "random: median 12.34 ms a step"). The last lines give every
# round's share and ratio again, in order of size, and the median over rounds: a round that met a busy
# neighbour on the host stays visible and does not decide.
set -eu
cd "$(dirname "$0")/../.."
rounds=${ROUNDS:-2}
steps=${STEPS:-100}
module=harness
. harness/bench/classpath.sh

# The allocator keeps freed pages: a step's arrays reuse those of the step before.
ours() {
  OMP_NUM_THREADS=1 OPT_OUT_TRACKING=true TORCH_CPP_LOG_LEVEL=ERROR \
    MALLOC_TRIM_THRESHOLD_=4000000000 MALLOC_MMAP_THRESHOLD_=4000000000 \
    java -Dai.djl.offline=true -Dai.djl.pytorch.num_threads=1 \
    -Dai.djl.pytorch.num_interop_threads=1 -Dcpu="${CPU:-false}" -cp "$classpath" \
    magicbench.harness.training.StepBenchmark "$steps" "${CLIP:-0}"
}

# The values given, in order of size, and their median.
summary() {
  sort -n | awk -v label="$1" '{ value[++n] = $1; all = all " " $1 }
    END { middle = n % 2 ? value[(n + 1) / 2] : (value[n / 2] + value[n / 2 + 1]) / 2
          if (n > 0) printf "== random path, %s: median %.3f of%s\n", label, middle, all }'
}

every() {
  round=1
  while [ "$round" -le "$rounds" ]; do
    "$@" "$round"
    round=$((round + 1))
  done
}
share() { awk '/^random: median/ { print $(NF - 1) }' "$output/ours.$1"; }
ratio() {
  awk '/^random: median/ { time[++n] = $3 } END { printf "%.3f\n", time[1] / time[2] }' \
    "$output/ours.$1" "$output/other.$1"
}

round=1
while [ "$round" -le "$rounds" ]; do
  echo "== ours, round $round"
  ours | tee "$output/ours.$round"
  if [ $# -gt 0 ]; then
    echo "== other, round $round: $1"
    OMP_NUM_THREADS=1 sh -c "$1" | tee "$output/other.$round"
    echo "== round $round: random path, ours / other = $(ratio "$round")"
  fi
  round=$((round + 1))
done

every share | summary "per cent of the machine's matrix-product rate"
if [ $# -gt 0 ]; then every ratio | summary "ours / other"; fi
