#!/bin/bash
# Applies a run that 'magicbench plan --format k8s' shared out: the Jobs of a level, then, when all of them are
# complete, those of the next, and a last Job that merges, judges, reports and gates.
# After a failure start it again: what was completed lies in the store and is not run twice.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)

has_failed() {
  local said
  said=$(kubectl get "job/$1" --ignore-not-found \
    --output='jsonpath={.status.conditions[?(@.type=="Failed")].status}') || return 2
  [ "$said" = True ]
}

apply() {
  if has_failed "$1"; then
    kubectl delete "job/$1"
  fi
  kubectl apply --filename="$here/$2"
}

await() {
  until kubectl wait --for=condition=complete --timeout=30s "job/$1" > /dev/null 2>&1; do
    if has_failed "$1"; then
      echo "job $1 failed; its pods: kubectl get pods --selector=job-name=$1" >&2
      exit 1
    fi
    sleep 1
  done
}

apply magicbench-tiny-00-text 00-text.yaml
await magicbench-tiny-00-text
apply magicbench-tiny-01-net 01-net.yaml
await magicbench-tiny-01-net
apply magicbench-tiny-02-probe 02-probe.yaml
await magicbench-tiny-02-probe
apply magicbench-tiny-finish finish.yaml
await magicbench-tiny-finish
