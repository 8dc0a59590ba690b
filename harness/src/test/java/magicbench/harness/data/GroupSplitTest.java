package magicbench.harness.data;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import magicbench.harness.data.GroupSplit.Part;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class GroupSplitTest {

  @Property(tries = 200)
  void no_normalised_sentence_is_on_both_sides(@ForAll("corpora") List<Sentence> sentences) {
    GroupSplit split = new GroupSplit(sentences::forEach, 50);

    assertThat(texts(split, sentences, Part.TRAIN))
        .filteredOn(texts(split, sentences, Part.VALIDATION)::contains)
        .isEmpty();
  }

  @Property(tries = 200)
  void the_order_of_reading_does_not_matter(
      @ForAll("corpora") List<Sentence> sentences, @ForAll Random random) {
    List<Sentence> shuffled = new ArrayList<>(sentences);
    Collections.shuffle(shuffled, random);
    GroupSplit split = new GroupSplit(sentences::forEach, 50);
    GroupSplit other = new GroupSplit(shuffled::forEach, 50);

    assertThat(sentences).allMatch(s -> split.part(s) == other.part(s));
  }

  @Property(tries = 200)
  void a_group_is_never_torn_apart(@ForAll("corpora") List<Sentence> sentences) {
    GroupSplit split = new GroupSplit(sentences::forEach, 50);

    assertThat(groups(split, sentences, Part.TRAIN))
        .filteredOn(groups(split, sentences, Part.VALIDATION)::contains)
        .isEmpty();
  }

  @Test
  void gives_validation_about_its_percent_of_the_groups() {
    List<Sentence> sentences =
        IntStream.range(0, 10_000)
            .mapToObj(number -> new Sentence("g" + number, "text " + number, "s"))
            .toList();
    GroupSplit split = new GroupSplit(sentences::forEach, 5);

    assertThat(groups(split, sentences, Part.VALIDATION)).hasSizeBetween(410, 590);
  }

  @Test
  void drops_a_sentence_without_letters() {
    Sentence dots = new Sentence("g", "...", "s");

    assertThat(new GroupSplit(List.of(dots)::forEach, 5).part(dots)).isEqualTo(Part.DROPPED);
  }

  @Provide
  Arbitrary<List<Sentence>> corpora() {
    Arbitrary<String> group = Arbitraries.integers().between(0, 20).map(Object::toString);
    Arbitrary<String> text = Arbitraries.strings().withChars("aB1 .é").ofMaxLength(3);
    return Combinators.combine(group, text).as((g, t) -> new Sentence(g, t, "s")).list();
  }

  private static Set<String> texts(GroupSplit split, List<Sentence> sentences, Part part) {
    return sentences.stream()
        .filter(sentence -> split.part(sentence) == part)
        .map(Sentence::normalised)
        .collect(toSet());
  }

  private static Set<String> groups(GroupSplit split, List<Sentence> sentences, Part part) {
    return sentences.stream()
        .filter(sentence -> split.part(sentence) == part)
        .map(Sentence::group)
        .collect(toSet());
  }
}
