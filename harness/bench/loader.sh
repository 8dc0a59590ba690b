#!/bin/sh
# Times the making of a training batch of pictures and the step that consumes it, by turns, on one thread.
#
#   harness/bench/loader.sh              three rounds
#   ROUNDS=5 harness/bench/loader.sh
#   CPU=true harness/bench/loader.sh       thread time instead of the clock, for a busy machine
set -eu
cd "$(dirname "$0")/../.."
module=harness
. harness/bench/classpath.sh

# The allocator keeps freed pages, as in the harness's workers.
MALLOC_TRIM_THRESHOLD_=4000000000 MALLOC_MMAP_THRESHOLD_=4000000000 \
  OMP_NUM_THREADS=1 OPT_OUT_TRACKING=true TORCH_CPP_LOG_LEVEL=ERROR \
  java -Dai.djl.offline=true -Dai.djl.pytorch.num_threads=1 \
  -Dai.djl.pytorch.num_interop_threads=1 -Dcpu="${CPU:-false}" -cp "$classpath" \
  magicbench.harness.task.LoaderBenchmark "${ROUNDS:-3}"
