package magicbench.baselines.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import magicbench.harness.space.Layout;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.space.SpaceSettings;
import magicbench.results.published.PublishedTable;
import magicbench.results.published.PublishedTables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What our convention counts for the hand-made networks of NAS-BERT's table stands beside it. */
class PrintedFlopsTest {

  private static final int VOCABULARY = 30_522;

  /** At which NAS-BERT counts FLOPs. */
  private static final int SEQUENCE = 128;

  private static final int WIDENING = 4;

  @ParameterizedTest
  @CsvSource({"BERT60, 10, 512, 8", "BERT30, 6, 512, 8", "BERT10, 6, 256, 4", "BERT5, 6, 128, 2"})
  void the_note_of_a_printed_figure_tells_what_ours_is(
      String model, int blocks, int hidden, int heads) {
    Layout layout = bert(blocks, hidden, heads);
    NetworkSize size = layout.size(VOCABULARY, SEQUENCE);
    String ours = flops(size.forwardFlops(layout.child()));
    String everywhere = flops(size.forwardFlops(layout.child(), 1, SEQUENCE));
    String shape = "L%d H%d A%d".formatted(blocks, hidden, heads);

    assertThat(notes(model))
        .hasSize(2)
        .allSatisfy(
            note ->
                assertThat(note)
                    .contains(
                        "Our convention counts %s FLOPs for its shape (%s), and %s with the output layer at every place"
                            .formatted(ours, shape, everywhere)));
  }

  private static Layout bert(int blocks, int hidden, int heads) {
    String architecture =
        IntStream.range(0, blocks).mapToObj(block -> "mha.ffn").collect(Collectors.joining("."));
    return new Layout(
        new SpaceSettings(
            2 * blocks, List.of("mha", "ffn"), hidden, heads, WIDENING * hidden, 0, "bert"),
        architecture);
  }

  private static String flops(long count) {
    return String.format(Locale.ROOT, "%.2e", (double) count)
        .replace("e+0", "e")
        .replace("e+", "e");
  }

  private static List<String> notes(String model) {
    return PublishedTables.fromClasspath(PrintedFlopsTest.class.getClassLoader()).stream()
        .filter(table -> table.id().equals("glue-dev-compressed"))
        .flatMap(table -> table.rows().stream())
        .filter(row -> row.model().startsWith(model + " "))
        .map(PublishedTable.Row::note)
        .toList();
  }
}
