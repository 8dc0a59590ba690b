package magicbench.harness.execution;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.plan.Trial;

/**
 * All that a worker is told.
 *
 * @param trial the work
 * @param scale the scale's name that it was planned at
 * @param cache the store's folder
 * @param fingerprint the conditions that the result will be kept under
 * @param needs the fingerprint of each trial that this one reads, by trial id
 * @param classPathStamp of the code that the fingerprint is of, see {@link ClassPathStamp}
 * @param recompute whether to run what the store already holds
 * @param sharesProcess whether the worker waits for another order after this one
 */
record WorkOrder(
    Trial trial,
    String scale,
    String cache,
    Fingerprint fingerprint,
    SortedMap<String, Fingerprint> needs,
    String classPathStamp,
    boolean recompute,
    boolean sharesProcess) {

  WorkOrder {
    needs = Collections.unmodifiableSortedMap(new TreeMap<>(needs));
  }

  /** The same for a worker that has its store elsewhere. */
  WorkOrder at(String otherCache) {
    return new WorkOrder(
        trial, scale, otherCache, fingerprint, needs, classPathStamp, recompute, sharesProcess);
  }
}
