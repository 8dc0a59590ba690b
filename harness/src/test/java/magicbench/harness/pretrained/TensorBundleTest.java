package magicbench.harness.pretrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TensorBundleTest {

  @TempDir private Path folder;

  private static SortedMap<String, PublishedTensor> arrays() {
    SortedMap<String, PublishedTensor> arrays = new TreeMap<>();
    arrays.put("net/bias", new PublishedTensor("t", List.of(2), new float[] {7, 8}));
    arrays.put(
        "net/kernel", new PublishedTensor("t", List.of(2, 3), new float[] {1, 2, 3, 4, 5, 6}));
    return arrays;
  }

  @Test
  void reads_every_array_with_its_sizes() throws IOException {
    Path jar = TinyBundle.jar(folder.resolve("tiny.jar"), arrays());

    SortedMap<String, PublishedTensor> read = new TensorBundle(jar, TinyBundle.MODEL).read();

    assertThat(read).containsOnlyKeys("net/bias", "net/kernel");
    assertThat(read.get("net/kernel").shape()).containsExactly(2, 3);
    assertThat(read.get("net/kernel").values(6)).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(read.get("net/bias").values(2)).containsExactly(7, 8);
  }

  @Test
  void says_which_model_a_jar_lacks() throws IOException {
    Path jar = TinyBundle.jar(folder.resolve("tiny.jar"), arrays());

    assertThatThrownBy(() -> new TensorBundle(jar, "models/large").read())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("tiny.jar!models/large")
        .hasMessageContaining("the entry is missing");
  }

  @Test
  void refuses_an_index_that_claims_more_than_the_data_has() throws IOException {
    Path jar = TinyBundle.jar(folder.resolve("short.jar"), arrays(), new byte[9]);

    assertThatThrownBy(() -> new TensorBundle(jar, TinyBundle.MODEL).read())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("short.jar")
        .hasMessageContaining("ends within an array");
  }

  @Test
  void refuses_sizes_that_no_array_has() {
    assertThat(PublishedTensor.size(List.of(-2, -3))).isEqualTo(-1);
    assertThat(PublishedTensor.size(List.of())).isEqualTo(-1);
    assertThatThrownBy(() -> new PublishedTensor("t a", List.of(-2, -3), new float[6]))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("t a: has the sizes [-2, -3] and 6 values");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 40, 120})
  void refuses_an_index_that_ends_early(int bytes) throws IOException {
    byte[] cut = Arrays.copyOf(TinyBundle.index(arrays()), bytes);

    assertThatThrownBy(() -> BundleIndex.parse(cut, "tiny.index"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("tiny.index");
  }

  @Test
  void refuses_or_reads_whatever_byte_of_an_index_is_changed() throws IOException {
    byte[] index = TinyBundle.index(arrays());
    for (int place = 0; place < index.length; place++) {
      for (int value : new int[] {0, 0x7f, 0xff}) {
        byte[] changed = index.clone();
        changed[place] = (byte) value;
        try {
          BundleIndex.parse(changed, "changed");
        } catch (InputException e) {
          assertThat(e).hasMessageContaining("changed: is no index of arrays");
        }
      }
    }
    assertThat(BundleIndex.parse(index, "intact")).containsOnlyKeys("net/bias", "net/kernel");
  }
}
