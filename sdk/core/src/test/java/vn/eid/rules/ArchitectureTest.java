package vn.eid.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.eid.internal.Sleeper;

/** The rules of the tree. */
class ArchitectureTest {
  /** The SDK's own classes; the mock server shares the package prefix and is not meant. */
  private static final JavaClasses SDK =
      new ClassFileImporter().importPath(ExportedTypes.classes());

  @Test
  void featuresUseEachOtherOnlyAsTheDesignSays() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("vn.eid..")
        .layer("login")
        .definedBy("vn.eid.login")
        .layer("consent")
        .definedBy("vn.eid.consent")
        .layer("audit")
        .definedBy("vn.eid.audit")
        .layer("records")
        .definedBy("vn.eid.records")
        .layer("tax")
        .definedBy("vn.eid.tax")
        .layer("population")
        .definedBy("vn.eid.population")
        .layer("webhook")
        .definedBy("vn.eid.webhook")
        .layer("diagnosis")
        .definedBy("vn.eid.diagnosis")
        .layer("root")
        .definedBy("vn.eid")
        .whereLayer("login")
        .mayOnlyBeAccessedByLayers("tax", "webhook", "root")
        .whereLayer("consent")
        .mayOnlyBeAccessedByLayers("audit", "records", "webhook", "root")
        .whereLayer("audit")
        .mayOnlyBeAccessedByLayers("records", "root")
        .whereLayer("records")
        .mayOnlyBeAccessedByLayers("root")
        .whereLayer("tax")
        .mayOnlyBeAccessedByLayers("root")
        .whereLayer("population")
        .mayOnlyBeAccessedByLayers("root")
        .whereLayer("webhook")
        .mayOnlyBeAccessedByLayers("root")
        .whereLayer("diagnosis")
        .mayOnlyBeAccessedByLayers("root")
        .ignoreDependency(not(resideInAPackage("vn.eid..")), resideInAPackage("vn.eid.."))
        .check(SDK);
  }

  @Test
  void onlyTheRootMayKnowTheFeatures() {
    noClasses()
        .that()
        .resideInAPackage("vn.eid.internal..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "vn.eid.login",
                "vn.eid.audit",
                "vn.eid.consent",
                "vn.eid.records",
                "vn.eid.tax",
                "vn.eid.population",
                "vn.eid.diagnosis",
                "vn.eid.webhook"))
        .check(SDK);
  }

  @Test
  void timeIsAskedOfTheClock() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(SDK);
  }

  @Test
  void onlyTheSleeperSleeps() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(Sleeper.class)
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .check(SDK);
  }

  @Test
  void nobodyPrints() {
    noClasses().should().dependOnClassesThat().areAssignableTo(PrintStream.class).check(SDK);
  }

  @Test
  void jsonAndJoseLibrariesStayInside() {
    noClasses()
        .that()
        .resideOutsideOfPackages("vn.eid.internal..", "vn.eid")
        .should()
        .dependOnClassesThat(resideInAnyPackage("com.fasterxml..", "com.nimbusds.."))
        .check(SDK);
  }

  @Test
  void namesSayWhatAThingIs() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Impl")
        .orShould()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .check(SDK);
  }

  @Test
  void publicClassesAreFinalOrSealed() {
    classes()
        .that()
        .arePublic()
        .and()
        .areNotInterfaces()
        .and()
        .doNotHaveSimpleName("EidException")
        .should()
        .haveModifier(JavaModifier.FINAL)
        .check(SDK);
  }
}
