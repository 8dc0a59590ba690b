package magicbench.harness.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LongSetTest {

  @Property(tries = 100)
  void behaves_like_a_set_of_boxes(@ForAll("numbers") List<Long> numbers) {
    LongSet set = new LongSet();
    Set<Long> expected = new HashSet<>();

    assertThat(numbers).allMatch(number -> set.add(number) == expected.add(number));
    assertThat(numbers).allMatch(set::contains);
    assertThat(set.contains(Long.MIN_VALUE)).isFalse();
  }

  @Provide
  Arbitrary<List<Long>> numbers() {
    return Arbitraries.longs().between(-2000, 2000).list().ofMaxSize(3000);
  }
}
