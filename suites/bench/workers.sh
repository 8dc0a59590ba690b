#!/bin/sh
# Trains a part of scale laptop's ground truth on one worker and on two, by turns, each time from an
# empty store, and prints the ratio. The machine must have two idle processor cores.
#
#   suites/bench/workers.sh                     8 trials, one round
#   TRIALS=16 ROUNDS=3 suites/bench/workers.sh
set -eu
cd "$(dirname "$0")/../.."
module=suites
. harness/bench/classpath.sh

java -cp "$classpath" magicbench.suites.bench.WorkersBenchmark "${TRIALS:-8}" "${ROUNDS:-1}"
