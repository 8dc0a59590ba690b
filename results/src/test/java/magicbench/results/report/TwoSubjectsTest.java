package magicbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import magicbench.results.record.RunRecord;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.Pictures;
import magicbench.results.verdict.Timed;
import magicbench.results.verdict.Tournament;
import magicbench.results.verdict.Verdicts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site about text and images. */
class TwoSubjectsTest {

  private static final String BOARD = "leaderboards/bench.image-super-net.html";
  private static final String TRADE_OFF = "trade-offs/bench.image-training.html";

  @TempDir static Path both;
  @TempDir static Path text;

  @BeforeAll
  static void writeSites() {
    List<RunRecord> ranked = new Tournament(3, 6, 0.1, 0.4, 0.02, 0.6, 0.5).records();
    List<RunRecord> timed = Timed.records();
    List<Judgement> ofText =
        List.of(Tournament.judge(Tournament.ranksBetter(), ranked), Timed.judge(timed));
    List<Judgement> ofBoth =
        Stream.concat(ofText.stream(), Stream.of(Pictures.judge(), Pictures.judgeTimed())).toList();
    SortedMap<String, RunRecord> byId = new TreeMap<>();
    Stream.of(ranked, timed, Pictures.records(), Pictures.timed())
        .flatMap(List::stream)
        .forEach(record -> byId.put(record.trial().id(), record));
    write(ofText, byId, text);
    write(ofBoth, byId, both);
  }

  private static void write(
      List<Judgement> judged, SortedMap<String, RunRecord> byId, Path folder) {
    Verdicts verdicts = new Verdicts(Verdicts.SCHEMA_VERSION, "bench", "0123456789abcdef", judged);
    Site.write(List.of(new ReportedScale(verdicts, byId)), List.of(), folder);
  }

  /** Without the footer, which names the verdicts' hash. */
  private static String main(Path page) throws IOException {
    String whole = Files.readString(page);
    return whole.substring(0, whole.indexOf("<footer"));
  }

  private static String page(String name) throws IOException {
    return Files.readString(both.resolve(name));
  }

  @Test
  void texts_pages_are_what_they_are_without_images() throws IOException {
    for (String page : List.of("leaderboards/bench.html", "trade-offs/bench.html")) {
      assertThat(main(both.resolve(page))).isEqualTo(main(text.resolve(page)));
    }
  }

  @Test
  void texts_drawings_are_what_they_are_without_images() throws IOException {
    for (Path plot : SiteFiles.ending(text, ".svg")) {
      assertThat(both.resolve(text.relativize(plot))).hasSameTextualContentAs(plot);
    }
  }

  @Test
  void images_have_a_leaderboard_of_their_own_that_speaks_of_images() throws IOException {
    assertThat(page(BOARD))
        .contains("Leaderboard at scale bench, image super net")
        .contains("the same child models on the same held-out images.")
        .contains("Mean score (nats per image)")
        .doesNotContain("held-out text")
        .doesNotContain("per token");
  }

  @Test
  void images_have_trade_offs_of_their_own_that_speak_of_images() throws IOException {
    assertThat(page(TRADE_OFF))
        .contains("Trade-offs at scale bench, image training")
        .contains("forward pass over one image")
        .doesNotContain("masked");
  }

  @Test
  void their_drawings_lie_beside_those_of_text() {
    assertThat(both.resolve("plots/bench/leaderboard-image-super-net-scatter-fancy.svg")).exists();
    assertThat(both.resolve("plots/bench/leaderboard-image-super-net-mechanism.svg")).exists();
    assertThat(both.resolve("plots/bench/trade-off-image-training-flops.svg")).exists();
  }

  @Test
  void the_first_page_links_all_of_them() throws IOException {
    assertThat(page("index.html"))
        .contains("href=\"leaderboards/bench.html\"", "href=\"" + BOARD + "\"")
        .contains("href=\"trade-offs/bench.html\"", "href=\"" + TRADE_OFF + "\"")
        .contains("speaks about the networks, texts, images and training lengths");
  }

  @Test
  void every_page_is_well_formed_and_refers_only_to_what_there_is() {
    for (Path page : SiteFiles.ending(both, ".html")) {
      assertThat(SiteFiles.attributes(SiteFiles.parse(page), "id")).doesNotHaveDuplicates();
      assertThat(SiteFiles.targets(page)).isNotEmpty().allSatisfy(SiteFiles::assertResolves);
    }
  }
}
