#!/bin/sh
# Times equal trials on a Spark cluster of one executor and of two, and what a trial that does nothing costs the
# driver. It starts the clusters itself, of what 'mvn -Pspark package' fetched; the machine must have two idle
# processor cores.
#
#   harness/bench/spark.sh                        16 trials that pause, 16 that train for STEPS steps, 10000 that do nothing
#   PAUSING=0 TRAINING=32 STEPS=300 IDLE=0 harness/bench/spark.sh
set -eu
cd "$(dirname "$0")/../.."
module=harness
. harness/bench/classpath.sh

java -Dmagicbench.root="$PWD" -Dmagicbench.data.artifacts="$PWD/target/data" -Dai.djl.offline=true -cp "$classpath" \
  magicbench.harness.execution.SparkBenchmark "$output/bench" "${PAUSING:-16}" "${TRAINING:-16}" "${IDLE:-10000}" \
  "${STEPS:-600}"
