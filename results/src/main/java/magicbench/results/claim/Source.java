package magicbench.results.claim;

/**
 * Where a statement stands.
 *
 * @param paper the paper, for instance {@code xu22h (ICML 2022, PMLR 162)}
 * @param locator the place in it: section, table, figure, line
 * @param grade how the statement reached us
 * @param note what a reader must know about that; may be empty
 */
public record Source(String paper, String locator, EvidenceGrade grade, String note) {}
