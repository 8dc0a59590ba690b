package magicbench.results.verdict;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import magicbench.results.claim.Claim;
import magicbench.results.plan.Scale;
import magicbench.results.record.RecordFile;

/**
 * A claim, its records and what could be found in them.
 *
 * @param claim the claim
 * @param attendance its planned trials and their records
 * @param findings empty when records are missing
 */
record Hearing(Claim claim, Attendance attendance, Optional<Findings> findings) {

  private static final double[] TOLERANCE_FACTORS = {0.5, 1, 2};

  static Hearing of(Claim claim, Attendance attendance) {
    return new Hearing(
        claim,
        attendance,
        attendance.isComplete()
            ? Optional.of(
                Findings.of(new Inquiry(claim, attendance.scale(), attendance.completed())))
            : Optional.empty());
  }

  /** The claim's own p-value; 1 where there is no evidence. */
  double pValue() {
    return findings.flatMap(Findings::evidence).map(found -> found.test().pValue()).orElse(1.0);
  }

  Judgement judgement(Scale scale, Families families, String protocolHash) {
    Optional<Evidence> evidence =
        findings
            .flatMap(Findings::evidence)
            .map(found -> found.withAdjustedPValue(families.of(claim.id()).adjustedPValue()));
    return new Judgement(
        claim,
        scale.name(),
        scale.statement(),
        attendance.device(),
        verdict(evidence, families, claim.tolerance().value()),
        evidence,
        findings.map(Findings::controls).orElse(List.of()),
        sensitivity(evidence, families),
        protocolHash,
        records());
  }

  private List<Sensitivity> sensitivity(Optional<Evidence> evidence, Families families) {
    return DoubleStream.of(TOLERANCE_FACTORS)
        .mapToObj(
            factor -> {
              double tolerance = factor * claim.tolerance().value();
              String word = verdict(evidence, families, tolerance).word();
              return new Sensitivity(factor, tolerance, word);
            })
        .toList();
  }

  private Verdict verdict(Optional<Evidence> evidence, Families families, double tolerance) {
    if (findings.isEmpty()) {
      return new Verdict.NotRun(attendance.complaint());
    }
    return evidence.map(found -> ruled(found, families, tolerance)).orElseGet(this::undefined);
  }

  private Verdict ruled(Evidence evidence, Families families, double tolerance) {
    Findings found = findings.orElseThrow();
    if (claim.metric().statesLevel()) {
      return new LevelRuling(found.inquiry(), evidence, found.controls(), tolerance).verdict();
    }
    int familySize = families.of(claim.id()).familySize();
    return new Ruling(found.inquiry(), evidence, found.controls(), familySize, tolerance).verdict();
  }

  private Verdict undefined() {
    return new Verdict.Undecided(
        "At "
            + attendance.scale()
            + " scale there is a super-net seed in which "
            + claim.metric().cause()
            + " or "
            + claim.metric().outcome()
            + " doesn't vary, so that the effect is undefined.",
        Optional.empty(),
        Optional.empty());
  }

  private SortedMap<String, String> records() {
    SortedMap<String, String> hashes = new TreeMap<>();
    attendance
        .completed()
        .forEach(record -> hashes.put(record.trial().id(), RecordFile.sha256(record)));
    return hashes;
  }
}
