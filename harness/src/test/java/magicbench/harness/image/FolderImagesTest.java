package magicbench.harness.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderImagesTest {

  @TempDir private Path folder;
  private Path root;

  @BeforeEach
  void makeRoot() throws IOException {
    root = Files.createDirectory(folder.resolve("imagenet"));
  }

  private Path put(String name) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, JpegBytes.colour(4, 6, 0));
  }

  private void fill() throws IOException {
    put("train/n02/b.JPEG");
    put("train/n02/a.jpg");
    put("train/n01/z.JPEG");
    put("val/n01/v.JPEG");
    put("val/n02/v.JPEG");
  }

  private FolderImages train() {
    return FolderImages.open(root.resolve("train"));
  }

  @Test
  void classes_and_files_are_in_the_order_of_their_names() throws IOException {
    fill();
    FolderImages train = train();

    assertThat(train.classNames()).containsExactly("n01", "n02");
    assertThat(IntStream.range(0, train.size()).mapToObj(train::name))
        .containsExactly("n01/z.JPEG", "n02/a.jpg", "n02/b.JPEG");
  }

  @Test
  void a_file_has_the_label_of_its_folder() throws IOException {
    fill();
    FolderImages train = train();

    assertThat(IntStream.range(0, train.size()).map(train::label)).containsExactly(0, 1, 1);
  }

  @Test
  void a_picture_is_decoded_when_it_is_asked_for() throws IOException {
    fill();

    assertThat(train().picture(2).size()).isEqualTo(new PictureSize(3, 4, 6));
  }

  @Test
  void opening_decodes_nothing() throws IOException {
    fill();
    Files.writeString(root.resolve("train/n02/c.JPEG"), "not a picture");

    assertThat(train().size()).isEqualTo(4);
  }

  @Test
  void a_corrupt_picture_is_one_line() throws IOException {
    fill();
    Path file = Files.writeString(root.resolve("train/n02/c.JPEG"), "not a picture");

    assertThatThrownBy(() -> train().picture(3))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file + ": is neither JPEG nor PNG");
  }

  @Test
  void refuses_a_file_of_more_than_64_megabytes() throws IOException {
    fill();
    Path file = root.resolve("train/n02/c.JPEG");
    Files.write(file, new byte[(64 << 20) + 1]);

    assertThatThrownBy(() -> train().picture(3))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file + ": is longer than 67108864 bytes");
  }

  @Test
  void what_is_no_picture_by_name_is_left_alone() throws IOException {
    fill();
    Files.writeString(root.resolve("train/n02/list.txt"), "a");
    Files.writeString(root.resolve("train/n02/.hidden.JPEG"), "a");
    Files.writeString(root.resolve("train/readme"), "a");

    assertThat(train().size()).isEqualTo(3);
  }

  @Test
  void opens_both_parts() throws IOException {
    fill();

    FolderImages.Parts parts = FolderImages.openParts(root);

    assertThat(parts.train().size()).isEqualTo(3);
    assertThat(parts.validation().size()).isEqualTo(2);
  }

  @Test
  void both_parts_have_the_same_classes() throws IOException {
    fill();
    put("val/n03/v.JPEG");

    assertThatThrownBy(() -> FolderImages.openParts(root))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(root + ": only one of train and val has the class n03; ");
  }

  @Test
  void a_class_without_a_picture_is_one_line() throws IOException {
    fill();
    Path empty = Files.createDirectory(root.resolve("train/n05"));

    assertThatThrownBy(this::train)
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(empty + ": holds no picture; ");
  }

  @Test
  void a_folder_without_classes_is_one_line() throws IOException {
    Path train = Files.createDirectory(root.resolve("train"));

    assertThatThrownBy(this::train)
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(train + ": holds 0 folders of classes; ");
  }

  @Test
  void a_missing_folder_is_one_line() {
    assertThatThrownBy(this::train)
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(root.resolve("train") + ": can't be found (");
  }

  @Test
  void refuses_a_link_to_a_file_outside() throws IOException {
    fill();
    Path outside = Files.write(folder.resolve("secret.JPEG"), JpegBytes.colour(4, 4, 0));
    Path link = Files.createSymbolicLink(root.resolve("train/n01/link.JPEG"), outside);

    assertThatThrownBy(this::train)
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(link + ": is a symbolic link that leads out of ");
  }

  @Test
  void refuses_a_link_to_a_folder_outside() throws IOException {
    fill();
    Path link = Files.createSymbolicLink(root.resolve("train/n09"), folder);

    assertThatThrownBy(this::train)
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(link + ": is a symbolic link that leads out of ");
  }

  @Test
  void follows_a_link_that_stays_inside() throws IOException {
    fill();
    Files.createSymbolicLink(root.resolve("train/n01/link.JPEG"), put("train/n02/b.JPEG"));

    assertThat(train().size()).isEqualTo(4);
  }
}
