package magicbench.results.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.Provenance;
import magicbench.results.record.RunRecord;
import magicbench.results.verdict.Verdicts;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a run is made of, it doesn't differ from itself. */
class SelfComparisonTest {

  private static final Verdicts JUDGED = Pairs.run("judged", 3, 0.3).verdicts();
  private static final Verdicts NONE =
      new Verdicts(Verdicts.SCHEMA_VERSION, "bench", "0", List.of());

  @Property(tries = 200)
  void a_run_does_not_differ_from_itself(
      @ForAll("records") List<RunRecord> records, @ForAll boolean judged) {
    Run run = Run.of("a", judged ? JUDGED : NONE, records);

    RunComparison comparison = RunComparison.of(run, Run.of("b", run.verdicts(), records));

    assertThat(comparison.essence())
        .startsWith("Nothing that was measured differs; nor does anything that records tell");
    assertThat(comparison.facts())
        .extracting(Fact::state)
        .doesNotContain(Fact.State.DIFFERENT, Fact.State.HALF_KNOWN);
    assertThat(comparison.trials().same()).isEqualTo(run.records().size());
    assertThat(comparison.claims())
        .allSatisfy(
            claim -> {
              assertThat(claim.verdictChanged() || claim.moved()).isFalse();
              assertThat(claim.difference().orElseThrow().value()).isZero();
            });
    assertThat(comparison.costs())
        .allSatisfy(cost -> assertThat(cost.before()).isEqualTo(cost.after()));
  }

  @Provide
  Arbitrary<List<RunRecord>> records() {
    return Combinators.combine(trials(), metrics(), provenances(), Arbitraries.of(Outcome.class))
        .as(
            (trial, metrics, provenance, outcome) ->
                new RunRecord(
                    RunRecord.SCHEMA_VERSION,
                    trial,
                    "bench",
                    outcome,
                    "",
                    new TreeMap<>(metrics),
                    new TreeMap<>(),
                    new TreeMap<>(),
                    provenance))
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  private static Arbitrary<Trial> trials() {
    return Combinators.combine(
            Arbitraries.of("probe", "net"),
            Arbitraries.of("a", "b"),
            Arbitraries.longs().between(0, 3),
            Arbitraries.integers().between(0, 3))
        .as(
            (kind, method, seed, size) -> {
              ObjectNode settings = JsonNodeFactory.instance.objectNode();
              settings.withObject("/net").put("width", size).putArray("widths").add(size).add(1);
              settings.putArray("stages").addObject().put("layers", size);
              return Trial.of(kind, method, seed, List.of(), settings);
            });
  }

  private static Arbitrary<Map<String, Double>> metrics() {
    return Arbitraries.maps(
            Arbitraries.of("loss", "trainingSeconds", "trainingSequences"),
            Arbitraries.doubles().between(0, 9).injectNull(0.2))
        .ofMaxSize(3);
  }

  private static Arbitrary<Provenance> provenances() {
    return Combinators.combine(texts(), texts(), texts(), Arbitraries.doubles().between(0, 9))
        .as(
            (one, other, third, seconds) ->
                new Provenance(
                    null,
                    third == null ? null : new Provenance.Code(one, other, null, third),
                    List.of(new Provenance.DataFile("words", one, other, null, null)),
                    new Provenance.Platform(one, other, third, one, null, null),
                    new Provenance.EngineInfo(one, other, third, "cpu", one, 1),
                    new Provenance.MeasuredCost(null, one == null ? null : seconds, null, null)));
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.of("x", "y", " ").injectNull(0.3);
  }
}
