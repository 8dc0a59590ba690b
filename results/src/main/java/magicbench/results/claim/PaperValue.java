package magicbench.results.claim;

import java.util.Optional;

/**
 * The number that the paper gives for a claim, if it is known.
 *
 * @param value the number; empty exactly when the grade is {@link EvidenceGrade#UNKNOWN}
 * @param unit its unit
 * @param grade how it reached us
 * @param note what a reader must know about it; may be empty
 */
public record PaperValue(Optional<Double> value, String unit, EvidenceGrade grade, String note) {}
