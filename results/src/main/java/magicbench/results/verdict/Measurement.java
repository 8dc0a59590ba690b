package magicbench.results.verdict;

import java.util.List;

/** Further numbers for readers, from tables or metrics that records may or may not hold. */
@FunctionalInterface
interface Measurement {

  /**
   * Measures.
   *
   * @param inquiry the claim and its records
   * @return the numbers; none when the records don't hold what they are made of
   */
  List<Estimate> of(Inquiry inquiry);
}
