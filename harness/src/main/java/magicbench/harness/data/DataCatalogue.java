package magicbench.harness.data;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The data sets that magicbench knows, one metadata file each beside this class. */
public final class DataCatalogue {

  /** WordNet 3.1: definitions and example sentences. */
  public static final String WORDNET = "wordnet";

  /** LanguageTool's English rules: example sentences. */
  public static final String LANGUAGE_TOOL = "languagetool";

  /** Proceedings of the European Parliament, in the Lucene test framework. */
  public static final String EUROPARL = "europarl";

  /** The vocabulary of BERT uncased, in the quantised MiniLM. */
  public static final String MINILM = "minilm";

  private static final List<String> NAMES = List.of(WORDNET, LANGUAGE_TOOL, EUROPARL, MINILM);

  private final List<DataSet> dataSets;

  /** Reads every metadata file. */
  public DataCatalogue() {
    this.dataSets = NAMES.stream().map(DataCatalogue::read).toList();
  }

  /**
   * All data sets.
   *
   * @return the data sets, in the catalogue's order
   */
  public List<DataSet> dataSets() {
    return dataSets;
  }

  /**
   * One data set.
   *
   * @param name its short name
   * @return the data set
   * @throws IllegalArgumentException when the catalogue has no such name
   */
  public DataSet dataSet(String name) {
    return dataSets.stream()
        .filter(dataSet -> dataSet.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no data set " + name + "; there are " + NAMES));
  }

  private static DataSet read(String name) {
    String resource = name + ".yaml";
    try (InputStream in = DataCatalogue.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("metadata file missing from the build: " + resource);
      }
      return new ObjectMapper(new YAMLFactory()).readValue(in, DataSet.class);
    } catch (IOException e) {
      throw new IllegalStateException("metadata file broken: " + resource, e);
    }
  }
}
