# Sourced by the benchmarks, from the project's root: builds a module and sets its test class path.
#
#   module=harness; . harness/bench/classpath.sh
#
# The caller sets module and reads classpath:
# shellcheck shell=bash disable=SC2154,SC2034
output=$(mktemp -d)
trap 'rm -rf "$output"' EXIT
mvn -B -q -pl "$module" -am test-compile -Dspotless.check.skip
mvn -B -q -pl "$module" -am test-compile dependency:build-classpath -Dmdep.includeScope=test \
  -Dmdep.outputFile="$output/classpath" -Dspotless.check.skip
classpath=$module/target/test-classes:$module/target/classes:$(cat "$output/classpath")
