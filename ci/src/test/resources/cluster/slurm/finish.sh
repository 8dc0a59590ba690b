#!/bin/bash
# Ends a run: what the elements recorded comes together, is judged, reported and held against what was accepted.
# Its word: this folder.
# shellcheck disable=SC2016 # a dollar in a path is meant as it stands
set -euo pipefail
here=$1
'/shared/it'\''s $(touch broken) "a" `b` $HOME \ run/bin/magicbench' merge --scale 'tiny' --records "$here/records" --packs "$here/packs.json" --from "$here"/elements/*/records
'/shared/it'\''s $(touch broken) "a" `b` $HOME \ run/bin/magicbench' judge '--scale' 'tiny' '--data' '/shared/it'\''s $(touch broken) "a" `b` $HOME \ run/text' --out "$here"
'/shared/it'\''s $(touch broken) "a" `b` $HOME \ run/bin/magicbench' report '--scale' 'tiny' '--data' '/shared/it'\''s $(touch broken) "a" `b` $HOME \ run/text' --out "$here"
'/shared/it'\''s $(touch broken) "a" `b` $HOME \ run/bin/magicbench' gate '--scale' 'tiny' '--data' '/shared/it'\''s $(touch broken) "a" `b` $HOME \ run/text' --out "$here"
