#!/bin/sh
# Evolution against random search on a table of child models that were all trained alone.
#
#   harness/bench/search.sh nas-bench-macro_cifar10.json          40 seeds
#   SEEDS=100 harness/bench/search.sh nas-bench-macro_cifar10.json
set -eu
[ $# -eq 1 ] || { echo "usage: harness/bench/search.sh NAS-BENCH-MACRO.json" >&2; exit 2; }
table=$(realpath "$1")
cd "$(dirname "$0")/../.."
module=harness
. harness/bench/classpath.sh

java -cp "$classpath" magicbench.harness.search.SearchBenchmark "$table" "${SEEDS:-40}"
