package magicbench.results.compare;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All that the records of one side say of one thing.
 *
 * @param values every value that occurs; empty where no record that could say it is there
 * @param unknown whether some record could not know it
 */
public record Told(SortedSet<String> values, boolean unknown) {

  /** Keeps an immutable copy. */
  public Told {
    values = Collections.unmodifiableSortedSet(new TreeSet<>(values));
  }

  /** Whether a value occurs here that certainly does not occur there. */
  boolean holdsWhatLacks(Told other) {
    return !other.unknown() && !other.values().containsAll(values);
  }
}
