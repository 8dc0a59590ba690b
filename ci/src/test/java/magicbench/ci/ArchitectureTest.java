package magicbench.ci;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import magicbench.results.plan.Seeds;

/** The architecture, as far as class files show it. */
@AnalyzeClasses(locations = Modules.class)
final class ArchitectureTest {

  private static final int FEWEST_CLASSES_A_MODULE = 1;
  private static final int FEWEST_CLASSES = 100;

  @ArchTest
  void enough_classes_are_looked_at(JavaClasses all) {
    assertThat(all).hasSizeGreaterThan(FEWEST_CLASSES);
  }

  @ArchTest
  void every_module_is_looked_at(JavaClasses all) {
    assertThat(Modules.NAMES)
        .allSatisfy(
            module ->
                assertThat(all.that(resideInAPackage("magicbench." + module + "..")))
                    .hasSizeGreaterThan(FEWEST_CLASSES_A_MODULE));
  }

  @ArchTest
  static final ArchRule every_class_lies_in_a_module =
      classes()
          .should()
          .resideInAnyPackage(
              "magicbench.results..",
              "magicbench.harness..",
              "magicbench.baselines..",
              "magicbench.suites..",
              "magicbench.ci..");

  @ArchTest
  static final ArchRule modules_use_only_what_is_to_their_left =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("results")
          .definedBy("magicbench.results..")
          .layer("harness")
          .definedBy("magicbench.harness..")
          .layer("baselines")
          .definedBy("magicbench.baselines..")
          .layer("suites")
          .definedBy("magicbench.suites..")
          .layer("ci")
          .definedBy("magicbench.ci..")
          .whereLayer("harness")
          .mayOnlyBeAccessedByLayers("baselines", "suites")
          .whereLayer("baselines")
          .mayOnlyBeAccessedByLayers("suites")
          .whereLayer("suites")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("ci")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule the_packages_of_results_keep_their_order =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("file")
          .definedBy("magicbench.results.file..")
          .layer("claim")
          .definedBy("magicbench.results.claim..")
          .layer("plan")
          .definedBy("magicbench.results.plan..")
          .layer("record")
          .definedBy("magicbench.results.record..")
          .layer("verdict")
          .definedBy("magicbench.results.verdict..")
          .layer("history")
          .definedBy("magicbench.results.history..")
          .layer("compare")
          .definedBy("magicbench.results.compare..")
          .layer("report")
          .definedBy("magicbench.results.report..")
          .whereLayer("claim")
          .mayOnlyBeAccessedByLayers("plan", "record", "verdict", "history", "compare", "report")
          .whereLayer("plan")
          .mayOnlyBeAccessedByLayers("record", "verdict", "history", "compare", "report")
          .whereLayer("record")
          .mayOnlyBeAccessedByLayers("verdict", "history", "compare", "report")
          .whereLayer("verdict")
          .mayOnlyBeAccessedByLayers("history", "compare", "report")
          .whereLayer("compare")
          .mayOnlyBeAccessedByLayers("report")
          .whereLayer("history")
          .mayOnlyBeAccessedByLayers("report")
          .whereLayer("report")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule statistics_know_numbers_and_named_seeds_only =
      noClasses()
          .that()
          .resideInAPackage("magicbench.results.stats..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("magicbench..")
                  .and(JavaClass.Predicates.resideOutsideOfPackage("magicbench.results.stats.."))
                  .and(not(JavaClass.Predicates.type(Seeds.class))));

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("magicbench.(*).(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule only_harness_imports_an_engine =
      noClasses()
          .that()
          .resideOutsideOfPackage("magicbench.harness..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.djl..");

  @ArchTest
  static final ArchRule only_its_adapter_imports_spark =
      noClasses()
          .that()
          .resideOutsideOfPackage("magicbench.harness.execution.spark..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..");

  /** Spark's own processes see the harness without its libraries. */
  @ArchTest
  static final ArchRule sparks_adapter_asks_for_no_library_but_spark =
      noClasses()
          .that()
          .resideInAPackage("magicbench.harness.execution.spark..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.djl..", "com.fasterxml..", "oshi..", "org.slf4j..");

  @ArchTest
  static final ArchRule only_suites_import_a_test_framework =
      noClasses()
          .that()
          .resideOutsideOfPackage("magicbench.suites..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.junit..", "org.assertj..", "net.jqwik..", "io.qameta..");

  @ArchTest
  static final ArchRule the_sampling_interface_knows_no_sampler =
      noClasses()
          .that()
          .resideInAPackage("magicbench.harness.sampling..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("magicbench.harness..", "magicbench.baselines..")
                  .and(
                      JavaClass.Predicates.resideOutsideOfPackages(
                          "magicbench.harness.sampling..", "magicbench.harness.space..")));

  @ArchTest
  static final ArchRule spaces_are_plain_java =
      noClasses()
          .that()
          .resideInAPackage("magicbench.harness.space..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.djl..");

  @ArchTest
  static final ArchRule no_package_is_a_drawer =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..util..", "..common..", "..core..", "..impl..", "..manager..", "..helper..");

  @ArchTest
  static final ArchRule no_class_is_a_drawer =
      noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)");

  @ArchTest
  static final ArchRule nothing_static_changes =
      fields()
          .that()
          .areStatic()
          .and()
          .doNotHaveModifier(JavaModifier.SYNTHETIC)
          .should()
          .beFinal();

  @ArchTest
  static final ArchRule only_commands_and_workers_end_the_process =
      noClasses()
          .that()
          .resideOutsideOfPackages("magicbench.ci.cli..", "magicbench.harness.execution..")
          .should()
          .callMethod(System.class, "exit", int.class);

  @ArchTest
  static final ArchRule randomness_comes_from_named_streams =
      noClasses()
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Random.class, ThreadLocalRandom.class)
          .orShould()
          .callMethod(Math.class, "random");

  @ArchTest
  static final ArchRule classes_are_closed =
      classes()
          .that()
          .areTopLevelClasses()
          .and()
          .areNotInterfaces()
          .and()
          .areNotEnums()
          .should(
              have(
                  DescribedPredicate.describe(
                      "modifier FINAL or ABSTRACT, or be sealed", ArchitectureTest::isClosed)));

  /** Class files of an engine's module can't be loaded here; those that are sealed can. */
  private static boolean isClosed(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.FINAL)
        || type.getModifiers().contains(JavaModifier.ABSTRACT)
        || type.reflect().isSealed();
  }
}
