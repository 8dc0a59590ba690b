package magicbench.harness.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Assumptions;

/** The published data sets, where this machine has them. */
public final class RealData {

  private RealData() {}

  /** The checked file of a data set; skips the test, with the reason, where it is missing. */
  public static Path jar(String name) {
    try {
      return DataFiles.fromSystemProperties().resolve(new DataCatalogue().dataSet(name));
    } catch (InputException e) {
      return Assumptions.abort(e.getMessage());
    }
  }

  static TokenizerFile tokenizer() {
    return TokenizerFile.fromJar(jar(DataCatalogue.MINILM));
  }

  static List<Sentence> read(SentenceSource source) {
    List<Sentence> sentences = new ArrayList<>();
    source.read(sentences::add);
    return sentences;
  }
}
