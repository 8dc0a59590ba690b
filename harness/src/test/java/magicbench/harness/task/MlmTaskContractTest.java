package magicbench.harness.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import magicbench.harness.data.Corpus;
import magicbench.harness.data.CorpusSettings;
import magicbench.harness.data.DataCatalogue;
import magicbench.harness.data.RealData;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

final class MlmTaskContractTest extends TaskContract {

  private static final List<String> WORDS =
      List.of("cat", "mat", "sat", "on", "the", "tree", "bird", "sang", "a", "song", "old", "new");
  private static final int SEQUENCE = 16;

  @TempDir private static Path folder;

  @BeforeAll
  static void prepare_sentences_of_random_words() throws IOException {
    RealData.jar(DataCatalogue.MINILM);
    UniformRandomProvider random = new Seeds(3).random("text");
    Path text = Files.createDirectory(folder.resolve("text"));
    Files.write(
        text.resolve("a.txt"),
        IntStream.range(0, 2000).mapToObj(line -> sentence(random)).toList());
    Corpus.prepare(
        new CorpusSettings(text.toString(), 64, SEQUENCE, 30, 0), folder.resolve("corpus"));
  }

  private static String sentence(UniformRandomProvider random) {
    return IntStream.range(0, 12)
            .mapToObj(place -> WORDS.get(random.nextInt(WORDS.size())))
            .collect(Collectors.joining(" "))
        + ".";
  }

  @Override
  protected SuperNetTask task() {
    return new MlmTask(Corpus.open(folder.resolve("corpus")), SEQUENCE, 8);
  }
}
