package example.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import magicbench.results.claim.Claim;
import magicbench.results.claim.ClaimRegistry;
import magicbench.results.plan.Overrides;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Planner;
import magicbench.results.plan.Scale;
import magicbench.results.plan.Scales;
import magicbench.results.record.RecordFile;
import magicbench.results.record.RunRecord;
import magicbench.results.verdict.Judge;
import magicbench.results.verdict.Judgement;
import org.junit.jupiter.api.Test;

/** The worked example of a claim: judged by records that are there already, in seconds. */
final class FairnessClaimTest {

  private static final Path RESULTS =
      Path.of(System.getProperty("magicbench.root", "..")).resolve("results");

  // tag::test
  @Test
  void the_committed_records_cannot_tell_and_say_why() throws IOException {
    List<Claim> claims = claimsOfMyJar().suite("fairness");
    Scale scale = Scales.fromClasspath(loader()).named("laptop-full");
    Plan plan = Planner.plan(claims, scale, Overrides.none());
    List<RunRecord> records =
        new ArrayList<>(RecordFile.readAll(RESULTS.resolve("records/laptop-full")));
    records.addAll(RecordFile.readAll(RESULTS.resolve("truth/laptop")));

    Judgement judgement = Judge.judge(claims, plan, scale, records).judgements().get(0);

    assertThat(judgement.verdict().word()).isEqualTo("UNDECIDED");
    assertThat(judgement.verdict().reason())
        .contains("8 super-net seeds), an interval that holds the tolerance of 0.030");
  }

  // end::test

  /** What a jar on the class path adds: here a folder, so that no other test sees the claim. */
  private static ClaimRegistry claimsOfMyJar() throws IOException {
    URL jar = Objects.requireNonNull(FairnessClaimTest.class.getResource("/example-claim/"));
    try (URLClassLoader own = new URLClassLoader(new URL[] {jar}, loader())) {
      return ClaimRegistry.fromClasspath(own);
    }
  }

  private static ClassLoader loader() {
    return FairnessClaimTest.class.getClassLoader();
  }
}
