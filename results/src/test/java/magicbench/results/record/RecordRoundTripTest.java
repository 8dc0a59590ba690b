package magicbench.results.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import magicbench.results.plan.Trial;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RecordRoundTripTest {

  @Property(tries = 100)
  void a_record_reads_back_equal_and_is_written_alike_again(@ForAll("records") RunRecord record) {
    String text = RecordFile.text(record);

    RunRecord read = RecordFile.parse("a.json", text.getBytes(StandardCharsets.UTF_8));

    assertThat(read).isEqualTo(record);
    assertThat(RecordFile.text(read)).isEqualTo(text);
    assertThat(RecordComparison.sameMeasurements(record, read)).isEmpty();
  }

  @Provide
  Arbitrary<RunRecord> records() {
    return Combinators.combine(
            trials(), metrics(), curves(), tables(), Arbitraries.of(Outcome.class))
        .as(
            (trial, metrics, curves, tables, outcome) ->
                new RunRecord(
                    RunRecord.SCHEMA_VERSION,
                    trial,
                    "tiny",
                    outcome,
                    "a \"note\"\n",
                    new TreeMap<>(metrics),
                    new TreeMap<>(curves),
                    new TreeMap<>(tables),
                    RecordFixtures.provenance()));
  }

  private static Arbitrary<Trial> trials() {
    return Combinators.combine(Arbitraries.longs(), Arbitraries.doubles(), Arbitraries.longs())
        .as(
            (seed, number, whole) -> {
              ObjectNode settings = JsonNodeFactory.instance.objectNode();
              settings.put("number", number).put("whole", whole).put("float", 0.1f);
              return Trial.of("kind", "method", seed, List.of(), settings);
            });
  }

  private static Arbitrary<Map<String, Double>> metrics() {
    return Arbitraries.maps(names(), Arbitraries.doubles().injectNull(0.2)).ofMaxSize(4);
  }

  private static Arbitrary<Map<String, Curve>> curves() {
    Arbitrary<Curve> curve =
        Combinators.combine(
                Arbitraries.longs().between(0, 1L << 60).list().ofSize(3),
                Arbitraries.doubles().list().ofSize(3))
            .as(Curve::new);
    return Arbitraries.maps(names(), curve).ofMaxSize(2);
  }

  private static Arbitrary<Map<String, Table>> tables() {
    Arbitrary<List<Double>> numbers =
        Arbitraries.oneOf(
                Arbitraries.doubles(),
                Arbitraries.integers().map(Integer::doubleValue),
                Arbitraries.of(-0.0, Double.MIN_VALUE, 9.007199254740992E15, 0.1f + 0.0))
            .list()
            .ofSize(3);
    Arbitrary<Table> table =
        Combinators.combine(
                Arbitraries.maps(names(), numbers).ofMaxSize(3),
                Arbitraries.maps(names(), Arbitraries.strings().list().ofSize(3)).ofMaxSize(2))
            .as((columns, texts) -> new Table(3, new TreeMap<>(columns), new TreeMap<>(texts)));
    return Arbitraries.maps(names(), table).ofMaxSize(2);
  }

  private static Arbitrary<String> names() {
    return Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8);
  }
}
