package magicbench.ci.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import magicbench.results.file.Hashes;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetching from a server on this machine that behaves and misbehaves. */
class FetchingTest {

  private static final byte[] ARCHIVE = Offer.cola("a\t1\t\tThe cat sat.\n");

  @TempDir private Path folder;

  private final List<String> told = new ArrayList<>();
  private final Offer offer = Offer.of(ARCHIVE);

  @AfterEach
  void close() {
    offer.close();
  }

  private Fetching.Fetched fetch(Catalogue.Item item, String... accepted) {
    InstantSource clock = InstantSource.fixed(Instant.EPOCH);
    return new Fetching(folder, List.of(accepted), clock, told::add).fetch(List.of(item)).get(0);
  }

  private String text(String path) throws IOException {
    return Files.readString(folder.resolve(path));
  }

  @Test
  void a_data_set_is_fetched_checked_and_unpacked() throws IOException {
    Fetching.Fetched fetched = fetch(offer.known());

    assertThat(fetched.known()).isEqualTo(Fetching.Known.CATALOGUE);
    assertThat(text("CoLA/dev.tsv")).isEqualTo("a\t1\t\tThe cat sat.\n");
    assertThat(folder.resolve("x")).doesNotExist();
    assertThat(told).contains("CoLA: unpacked, SHA-256 as the catalogue knows it");
  }

  @Test
  void a_file_that_is_no_archive_is_put_where_it_is_read() throws IOException {
    Catalogue.Item known = offer.known();
    Catalogue.Item plain =
        new Catalogue.Item(
            "SQuAD-1.1", known.address(), known.bytes(), known.sha256(), List.of(), "");

    fetch(plain);

    assertThat(Files.readAllBytes(folder.resolve(plain.file()))).isEqualTo(ARCHIVE);
    assertThat(folder.resolve("archives")).doesNotExist();
    assertThat(told).contains("SQuAD-1.1: CoLA.zip is here, SHA-256 as the catalogue knows it");
    assertThat(fetch(plain).known()).isEqualTo(Fetching.Known.LOCK);
  }

  @Test
  void a_users_own_file_of_that_name_is_never_deleted() throws IOException {
    Catalogue.Item known = offer.known();
    Catalogue.Item plain =
        new Catalogue.Item(
            "SQuAD-1.1", known.address(), known.bytes(), known.sha256(), List.of(), "");
    Files.writeString(folder.resolve(plain.file()), "my own");

    assertThatThrownBy(() -> fetch(plain))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(folder.resolve(plain.file()) + ": has the SHA-256")
        .hasMessageContaining("move it away and run the command again");
    assertThat(text(plain.file())).isEqualTo("my own");
  }

  @Test
  void what_is_here_is_not_fetched_again() {
    fetch(offer.known());

    assertThat(fetch(offer.known()).known()).isEqualTo(Fetching.Known.LOCK);
    assertThat(offer.ranges()).hasSize(1);
  }

  @Test
  void a_broken_download_goes_on_where_it_stopped() throws IOException {
    offer.breakingAfter(100);
    assertThatThrownBy(() -> fetch(offer.known()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("could not be fetched whole")
        .hasMessageContaining("100 bytes are kept");
    assertThat(folder.resolve("CoLA")).doesNotExist();

    offer.mended();
    fetch(offer.known());

    assertThat(offer.ranges()).containsExactly("", "bytes=100-");
    assertThat(Hashes.sha256(Files.readAllBytes(folder.resolve("archives/CoLA.zip"))))
        .isEqualTo(Hashes.sha256(ARCHIVE));
  }

  @Test
  void a_server_that_knows_no_ranges_sends_everything_again() {
    offer.breakingAfter(100);
    assertThatThrownBy(() -> fetch(offer.known())).isInstanceOf(InputException.class);

    offer.mended().withoutRanges();

    assertThat(fetch(offer.known()).bytes()).isEqualTo(ARCHIVE.length);
  }

  @Test
  void a_hash_that_nobody_told_is_recorded_and_checked_ever_after() throws IOException {
    Catalogue.Item unknown = offer.known().unknown();
    assertThat(fetch(unknown).known()).isEqualTo(Fetching.Known.NEW);
    assertThat(text(FetchLock.NAME)).contains(Hashes.sha256(ARCHIVE), "1970-01-01T00:00:00Z");

    Files.delete(folder.resolve("archives/CoLA.zip"));
    offer.changedTo(Offer.cola("b\t0\t*\tCat the sat.\n"));

    assertThatThrownBy(() -> fetch(unknown))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("not " + Hashes.sha256(ARCHIVE) + " as at its first fetch");
    assertThat(text("CoLA/dev.tsv")).isEqualTo("a\t1\t\tThe cat sat.\n");
  }

  @Test
  void another_file_than_the_catalogue_knows_is_refused_and_deleted() {
    Catalogue.Item known = offer.known();
    offer.changedTo(Offer.cola("a\t1\t\tThe dog sat.\n"));

    assertThatThrownBy(() -> fetch(known))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("as the catalogue knows it")
        .hasMessageContaining("--accept CoLA.zip");
    assertThat(folder.resolve("archives")).isEmptyDirectory();
    assertThat(folder.resolve("CoLA")).doesNotExist();
  }

  @Test
  void another_file_is_taken_where_the_user_says_so_and_held_to_it() {
    Catalogue.Item known = offer.known();
    offer.changedTo(Offer.cola("a\t1\t\tThe dog sat, and then it sat again and again.\n"));

    assertThat(fetch(known, Offer.FILE).known()).isEqualTo(Fetching.Known.ACCEPTED);
    assertThat(fetch(known).known()).isEqualTo(Fetching.Known.LOCK);
  }

  @Test
  void a_file_longer_than_known_is_given_up() {
    Catalogue.Item known = offer.known();
    offer.changedTo(new byte[ARCHIVE.length + 1]);

    assertThatThrownBy(() -> fetch(known))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is longer than " + ARCHIVE.length + " bytes");
    assertThat(folder.resolve("archives")).isEmptyDirectory();
  }

  @Test
  void an_archive_without_what_the_catalogue_names_is_one_line() {
    offer.changedTo(Offer.zip(Map.of("CoLA/train.tsv", "t", "CoLA/dev.tsv", "d")));

    assertThatThrownBy(() -> fetch(offer.known()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("CoLA.zip!CoLA/test.tsv: is missing from the archive");
  }

  @Test
  void no_archive_writes_outside_its_folder() {
    offer.changedTo(
        Offer.zip(
            Map.of(
                "../evil",
                "e",
                "/evil",
                "e",
                "CoLA/../../evil",
                "e",
                "CoLA/train.tsv",
                "t",
                "CoLA/dev.tsv",
                "d",
                "CoLA/test.tsv",
                "s")));

    fetch(offer.known());

    assertThat(folder.getParent().resolve("evil")).doesNotExist();
    assertThat(folder)
        .isDirectoryNotContaining(path -> path.getFileName().toString().equals("evil"));
  }

  @Test
  void an_entry_that_swells_is_given_up() throws IOException {
    Path archive = Files.write(folder.resolve("CoLA.zip"), Offer.cola("0".repeat(5000)));

    assertThatThrownBy(() -> new Unpacking(archive, 4999).unpack(offer.known(), folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is longer than 4999 bytes unpacked");
    assertThat(folder.resolve("CoLA")).isEmptyDirectory();
  }

  @Test
  void what_is_no_archive_is_one_line() {
    offer.changedTo(new byte[200]);

    assertThatThrownBy(() -> fetch(offer.known()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is no sound archive");
  }

  @Test
  void a_file_that_is_not_offered_is_one_line() {
    Catalogue.Item elsewhere = offer.known().at(offer.place() + "/other");

    assertThatThrownBy(() -> fetch(elsewhere))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("answers with status 404")
        .hasMessageContaining("--from");
  }

  @Test
  void without_a_network_it_is_one_line() {
    Catalogue.Item known = offer.known();
    offer.close();

    assertThatThrownBy(() -> fetch(known))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("could not be fetched whole (ConnectException); 0 bytes are kept");
  }

  @Test
  void a_damaged_lock_is_one_line() throws IOException {
    Files.writeString(folder.resolve(FetchLock.NAME), "{\"schemaVersion\": 1}");

    assertThatThrownBy(() -> fetch(offer.known()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(FetchLock.NAME)
        .hasMessageContaining("restore it");
  }
}
