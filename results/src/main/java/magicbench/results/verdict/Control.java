package magicbench.results.verdict;

/** A negative control: the same instrument where there must be nothing to find. */
@FunctionalInterface
interface Control {

  /**
   * Tries the control.
   *
   * @param inquiry the claim and its records
   * @return what was found and whether it was allowed
   * @throws magicbench.results.file.InputException when the records don't hold what it needs
   */
  ControlResult check(Inquiry inquiry);
}
