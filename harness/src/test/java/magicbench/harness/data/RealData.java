package magicbench.harness.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Assumptions;

/** The published data sets, where this machine has them. */
public final class RealData {

  /** It checks a file once; the checks themselves have tests of their own. */
  private static final DataFiles FILES = DataFiles.fromSystemProperties();

  private RealData() {}

  /** The files of all data sets, each checked the first time that a test's process asks for it. */
  public static DataFiles files() {
    return FILES;
  }

  /** The checked file of a data set; skips the test, with the reason, where it is missing. */
  public static Path jar(String name) {
    try {
      return FILES.resolve(new DataCatalogue().dataSet(name));
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
