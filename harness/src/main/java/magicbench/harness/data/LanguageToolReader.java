package magicbench.harness.data;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Example sentences of LanguageTool's English grammar rules that carry no error. Sentences that
 * occur as right and as wrong are left out; each sentence comes once and is its own group.
 */
final class LanguageToolReader implements SentenceSource {

  private final Path jar;

  LanguageToolReader(Path jar) {
    this.jar = jar;
  }

  @Override
  public void read(Consumer<? super Sentence> sink) {
    Map<String, Boolean> rightOnly = new LinkedHashMap<>();
    new GrammarExamples(jar)
        .read(example -> rightOnly.merge(example.text(), example.right(), Boolean::logicalAnd));
    rightOnly.forEach(
        (text, right) -> {
          if (right) {
            sink.accept(new Sentence(text, text, DataCatalogue.LANGUAGE_TOOL));
          }
        });
  }
}
