package magicbench.harness.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The tasks that are made of the published data sets, where this machine has them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedExamplesTest {

  private static final int PERCENT = 5;

  private final Map<EmbeddedTask, EmbeddedExamples> made = new EnumMap<>(EmbeddedTask.class);
  private TrainedTexts corpus;
  private Set<String> corpusTexts;

  @BeforeAll
  void make() {
    Stream.of(DataCatalogue.WORDNET, DataCatalogue.LANGUAGE_TOOL, DataCatalogue.EUROPARL)
        .forEach(RealData::jar);
    corpus = TrainedTexts.ofCorpus(PERCENT, RealData.files());
    corpusTexts = corpusTexts();
    EmbeddedSources sources = new EmbeddedSources(RealData.files(), PERCENT);
    for (EmbeddedTask task : EmbeddedTask.values()) {
      made.put(task, EmbeddedExamples.of(task, sources, corpus));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ACCEPTABILITY, 8164, 1550",
    "KIND_OF, 10000, 4070",
    "NEARNESS, 9000, 891",
    "INFERENCE, 10000, 840",
    "TOPIC, 9000, 1477",
    "WORD_CLASS, 10000, 721"
  })
  void have_as_many_examples_as_the_published_files_give(EmbeddedTask task, int train, int dev) {
    EmbeddedExamples examples = made.get(task);

    assertThat(examples.train()).hasSize(train);
    assertThat(examples.dev()).hasSize(dev);
  }

  @ParameterizedTest
  @EnumSource(EmbeddedTask.class)
  void are_the_same_whenever_they_are_made(EmbeddedTask task) {
    EmbeddedSources sources = new EmbeddedSources(RealData.files(), PERCENT);

    assertThat(EmbeddedExamples.of(task, sources, corpus)).isEqualTo(made.get(task));
  }

  @ParameterizedTest
  @EnumSource(EmbeddedTask.class)
  void share_the_classes_out_alike_in_both_parts(EmbeddedTask task) {
    EmbeddedExamples examples = made.get(task);

    for (double target :
        examples.train().stream().map(EmbeddedExamplesTest::target).distinct().toList()) {
      assertThat(share(examples.dev(), target))
          .isBetween(
              share(examples.train(), target) - 0.01, share(examples.train(), target) + 0.01);
    }
  }

  private static double target(LabelledExample example) {
    return example.target().orElseThrow();
  }

  private static double share(List<LabelledExample> part, double target) {
    return part.stream().filter(each -> target(each) == target).count() / (double) part.size();
  }

  @ParameterizedTest
  @EnumSource(EmbeddedTask.class)
  void score_on_no_text_that_was_trained_on(EmbeddedTask task) {
    EmbeddedExamples examples = made.get(task);
    Set<String> trained = new HashSet<>(corpusTexts);
    examples.train().forEach(each -> trained.addAll(texts(task, each)));

    assertThat(examples.dev().stream().flatMap(each -> texts(task, each).stream()))
        .filteredOn(trained::contains)
        .isEmpty();
  }

  /** What a pre-training on the embedded text sees, sentence by sentence. */
  private static Set<String> corpusTexts() {
    CorpusSettings settings = new CorpusSettings(CorpusSettings.EMBEDDED, 1024, 48, PERCENT, 0);
    SentenceSource sentences =
        CorpusText.of(settings, RealData.files(), () -> {}).sentences().get();
    GroupSplit split = new GroupSplit(sentences, PERCENT);
    Set<String> trained = new HashSet<>();
    sentences.read(
        sentence -> {
          if (split.part(sentence) == GroupSplit.Part.TRAIN) {
            trained.add(sentence.normalised());
          }
        });
    return trained;
  }

  /** The texts that nobody is to have met, without marks: a claim of kind isn't one of them. */
  private static List<String> texts(EmbeddedTask task, LabelledExample example) {
    Stream<String> texts =
        switch (task) {
          case ACCEPTABILITY, TOPIC, WORD_CLASS -> Stream.of(example.first());
          case KIND_OF, INFERENCE ->
              Stream.of(example.first().substring(example.first().indexOf(": ") + 2));
          case NEARNESS -> Stream.of(example.first(), example.second().orElseThrow());
        };
    return texts.map(each -> new Sentence(each, each, "").normalised()).toList();
  }
}
