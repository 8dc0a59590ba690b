package magicbench.harness.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SentenceSampleTest {

  private final List<Sentence> first = sentences("first", 100);
  private final List<Sentence> second = sentences("second", 50);

  @Test
  void takes_the_same_number_from_each_source() {
    assertThat(sample(first, 20))
        .filteredOn(sentence -> sentence.source().equals("first"))
        .hasSize(10);
  }

  @Test
  void keeps_the_order_of_each_source() {
    List<Sentence> all = new ArrayList<>(first);
    all.addAll(second);
    List<Sentence> sample = sample(first, 20);
    all.retainAll(sample);

    assertThat(sample).isEqualTo(all);
  }

  @Test
  void draws_the_same_sentences_in_whatever_order_they_come() {
    List<Sentence> reversed = new ArrayList<>(first);
    Collections.reverse(reversed);

    assertThat(sample(reversed, 20)).hasSize(20).hasSameElementsAs(sample(first, 20));
  }

  @Test
  void keeps_all_when_there_is_no_limit() {
    assertThat(sample(first, 0)).hasSize(150);
  }

  private List<Sentence> sample(List<Sentence> one, int max) {
    return RealData.read(new SentenceSample(List.of(one::forEach, second::forEach), max));
  }

  private static List<Sentence> sentences(String source, int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> new Sentence("g" + number, source + " " + number, source))
        .toList();
  }
}
