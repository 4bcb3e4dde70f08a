package app.downshift;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The walls of the house: which room may know which, and which library lives where. */
class ArchitectureTest {
  private static final String HOUSE = "app.downshift";
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(HOUSE);

  @Test
  void beatKnowsOnlyTheJdk() {
    room("beat")
        .because("what a beat is must not depend on any device, screen or file")
        .check(MAIN);
  }

  @Test
  void hrvKnowsBeats() {
    room("hrv", "beat")
        .because("figures are computed from labelled beats and from nothing else")
        .check(MAIN);
  }

  @Test
  void breathKnowsFigures() {
    room("breath", "hrv", "beat")
        .because("the pacer is a pure function of time; resonance is found in beats and figures")
        .check(MAIN);
  }

  @Test
  void sensorKnowsOnlyTheJdk() {
    noClasses()
        .that(resideInAPackage(HOUSE + ".sensor.."))
        .and(not(resideInAPackage(HOUSE + ".sensor.virtual..")))
        .should()
        .dependOnClassesThat(ofHouseOutside("sensor.."))
        .because("data flows one way: a decoder knows bytes and events, not who uses them")
        .check(MAIN);
  }

  @Test
  void theCableKnowsNoSensorAndTheDecodersKnowNoCable() {
    noClasses()
        .that(resideInAPackage(HOUSE + ".sensor.."))
        .and(not(resideInAPackage(HOUSE + ".sensor.link..")))
        .should()
        .dependOnClassesThat(resideInAPackage(HOUSE + ".sensor.link.."))
        .because("decoders are pure: no port, no thread, no clock")
        .check(MAIN);
    noClasses()
        .that(resideInAPackage(HOUSE + ".sensor.link.."))
        .should()
        .dependOnClassesThat(
            resideInAPackage(HOUSE + ".sensor.*..")
                .and(not(resideInAPackage(HOUSE + ".sensor.link.."))))
        .because("the cable carries bytes of any sensor")
        .check(MAIN);
  }

  @Test
  void theVirtualHeartKnowsBeatsAndBreath() {
    noClasses()
        .that(resideInAPackage(HOUSE + ".sensor.virtual.."))
        .should()
        .dependOnClassesThat(ofHouseOutside("sensor..", "beat..", "breath.."))
        .because("the virtual heart breathes and beats, and must not see how a session judges it")
        .check(MAIN);
  }

  @Test
  void sessionKnowsSensorEventsBeatsFiguresAndBreath() {
    room("session", "sensor", "beat", "hrv", "breath")
        .because("the engine is deterministic: whoever shows or keeps a session stands behind it")
        .check(MAIN);
    noClasses()
        .that(resideInAPackage(HOUSE + ".session.."))
        .should()
        .dependOnClassesThat(resideInAPackage(HOUSE + ".sensor.*.."))
        .because("a session knows events, never one sensor, the virtual heart or the cable")
        .check(MAIN);
  }

  @Test
  void recordingKnowsSessionSensorAndBeat() {
    room("recording", "session", "sensor", "beat", "breath")
        .because(
            "a file holds what went through the engine; the pacer in it is the breath room's record")
        .check(MAIN);
  }

  @Test
  void laterRoomsKeepTheirPlaces() {
    room("evidence", "beat", "hrv", "breath", "session", "recording")
        .allowEmptyShould(true)
        .because(
            "evidence reads recordings: their beats, and the phases, paces and ratings between them")
        .check(MAIN);
    room("library", "recording", "session")
        .because("the library keeps recordings, and hands the plan of a session on to one")
        .check(MAIN);
    room("report", "evidence", "library", "recording", "session", "sensor", "breath", "hrv", "beat")
        .because(
            "reports show evidence beside what it was made of: the device, the phases and paces,"
                + " every beat with its marks, and the spectra; nothing that draws windows or runs"
                + " commands")
        .check(MAIN);
    room("sound", "breath").because("tones come from the pacer alone").check(MAIN);
  }

  @Test
  void nobodyImportsTheCommandLineOrTheCompositionRoot() {
    noClasses()
        .that(ofHouseOutside("cli..", "app.."))
        .should()
        .dependOnClassesThat(resideInAnyPackage(HOUSE + ".cli..", HOUSE + ".app.."))
        .because("commands and the composition root stand above everything")
        .check(MAIN);
    noClasses()
        .that(resideInAPackage(HOUSE + ".cli.."))
        .should()
        .dependOnClassesThat(resideInAPackage(HOUSE + ".app.."))
        .because("commands ask through Host; only the composition root joins the rooms")
        .check(MAIN);
  }

  @Test
  void roomsFormNoCircle() {
    slices()
        .matching(HOUSE + ".(*)..")
        .should()
        .beFreeOfCycles()
        .because("a circle of rooms cannot be understood, tested or replaced one by one")
        .check(MAIN);
  }

  @Test
  void everyLibraryLivesWhereItBelongs() {
    only("javax.swing..", "a figure or a file must not need a screen", "ui", "report", "app")
        .check(MAIN);
    only("java.awt..", "a figure or a file must not need a screen", "ui", "report", "app")
        .check(MAIN);
    only("org.knowm.xchart..", "charts are painted in one place", "ui.chart", "report").check(MAIN);
    only("java.sql..", "the index is the library's own affair", "library").check(MAIN);
    only("org.sqlite..", "the index is the library's own affair", "library").check(MAIN);
    only("javax.crypto..", "what is sealed is sealed in one room", "library").check(MAIN);
    only("org.hipparchus..", "numerics stay behind our own figures", "hrv", "breath", "evidence")
        .check(MAIN);
    only("com.fazecast..", "its quirks are known in one room", "sensor.link").check(MAIN);
    only("org.apache.pdfbox..", "only reports are printed", "report").check(MAIN);
    only("picocli..", "words and options are the command line's", "cli").check(MAIN);
    only(
            "tools.jackson..",
            "JSON is a format of files and output",
            "recording",
            "session",
            "library",
            "cli")
        .check(MAIN);
    only(
            "com.fasterxml..",
            "JSON is a format of files and output",
            "recording",
            "session",
            "library",
            "cli")
        .check(MAIN);
    only("javax.sound..", "sound is made in one room", "sound").check(MAIN);
    only("de.siegmar..", "tables are a format of files", "recording").check(MAIN);
    only("org.apache.fontbox..", "only reports are printed", "report").check(MAIN);
    only("de.rototor..", "only reports are printed", "report").check(MAIN);
    only("com.formdev..", "the look belongs to the windows", "ui", "app", "report")
        .as("com.formdev.. only in the windows, and its typeface in reports")
        .check(MAIN);
    only("net.miginfocom..", "layout belongs to the windows", "ui", "app").check(MAIN);
  }

  @Test
  void noOtherLibraryIsUsed() {
    classes()
        .that(resideInAPackage(HOUSE + ".."))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                HOUSE + "..",
                "java..",
                "javax.crypto..",
                "javax.swing..",
                "javax.imageio..",
                "javax.accessibility..",
                "javax.sound..",
                "org.jspecify..",
                "org.tinylog..",
                "org.knowm.xchart..",
                "org.hipparchus..",
                "org.sqlite..",
                "com.fazecast..",
                "picocli..",
                "tools.jackson..",
                "com.fasterxml..",
                "de.siegmar..",
                "com.formdev..",
                "org.apache.pdfbox..",
                "org.apache.fontbox..",
                "de.rototor..",
                "net.miginfocom.."))
        .because("every library has one sentence in the pom that says what it is for")
        .check(MAIN);
  }

  @Test
  void onlyTheCompositionRootMakesThreads() {
    String why = "threads are named, few, and started and stopped in order by the composition root";
    noClasses()
        .that(ofHouseOutside("app.."))
        .should()
        .callConstructorWhere(target(owner(assignableTo(Thread.class))))
        .because(why)
        .check(MAIN);
    noClasses()
        .that(ofHouseOutside("app.."))
        .should()
        .dependOnClassesThat(
            belongToAnyOf(
                Executors.class, ThreadPoolExecutor.class, ForkJoinPool.class, Timer.class))
        .because(why)
        .check(MAIN);
    noClasses()
        .should()
        .callMethod(CompletableFuture.class, "runAsync", Runnable.class)
        .orShould()
        .callMethod(CompletableFuture.class, "supplyAsync", Supplier.class)
        .because(why + "; the common pool is nobody's")
        .check(MAIN);
  }

  @Test
  void nobodySleeps() {
    noClasses()
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethod(Thread.class, "sleep", long.class, int.class)
        .because("a sleeping thread cannot be woken by what it waits for")
        .check(MAIN);
  }

  @Test
  void onlyTheCommandLineSpeaksToTheTerminal() {
    for (String stream : List.of("out", "err", "in")) {
      noClasses()
          .that(ofHouseOutside("app..", "cli.."))
          .should()
          .accessField(System.class, stream)
          .because("standard output belongs to the commands, everything else logs")
          .check(MAIN);
    }
    noClasses()
        .should()
        .callMethod(Throwable.class, "printStackTrace")
        .because("faults are logged")
        .check(MAIN);
  }

  @Test
  void theEngineAndTheFiguresKnowNoClockNoThreadAndNoFile() {
    noClasses()
        .that(
            resideInAnyPackage(
                HOUSE + ".beat..", HOUSE + ".hrv..", HOUSE + ".breath..", HOUSE + ".session.."))
        .should()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .dependOnClassesThat(
            resideInAnyPackage("java.util.concurrent..", "java.nio.file..", "java.net.."))
        .because("the same steps at the same times must give the same session, to the bit")
        .check(MAIN);
  }

  @Test
  void beatsAndFiguresAreNothingButArithmetic() {
    noClasses()
        .that(resideInAnyPackage(HOUSE + ".beat..", HOUSE + ".hrv.."))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "java.io..",
                    "java.nio..",
                    "java.net..",
                    "java.time..",
                    "java.util.concurrent..",
                    "java.util.logging..",
                    "java.awt..",
                    "javax..",
                    "org.tinylog..")
                .or(belongToAnyOf(Thread.class, ThreadLocal.class, Runtime.class, Timer.class)))
        .because("a figure is a function of beats: no thread, clock, file, screen or log")
        .check(MAIN);
    noClasses()
        .that(resideInAnyPackage(HOUSE + ".beat..", HOUSE + ".hrv.."))
        .should()
        .accessClassesThat(belongToAnyOf(java.util.Random.class))
        .orShould()
        .callMethod(Math.class, "random")
        .because("the same beats give the same figures")
        .check(MAIN);
  }

  /** A library and the only rooms that may know it. */
  private static ArchRule only(String library, String why, String... rooms) {
    String[] allowed = Stream.of(rooms).map(room -> room + "..").toArray(String[]::new);
    return noClasses()
        .that(ofHouseOutside(allowed))
        .should()
        .dependOnClassesThat(resideInAPackage(library))
        .as(library + " only in " + List.of(rooms))
        .because(why);
  }

  private static DescribedPredicate<JavaClass> ofHouseOutside(String... rooms) {
    String[] inside = Stream.of(rooms).map(room -> HOUSE + "." + room).toArray(String[]::new);
    return resideInAPackage(HOUSE + "..")
        .and(not(resideInAnyPackage(inside)))
        .as("of no room of " + List.of(rooms));
  }

  /** A room may know itself, the rooms named, and no other. */
  private static ArchRule room(String name, String... known) {
    String[] allowed =
        Stream.concat(Stream.of(name), Stream.of(known))
            .map(each -> each + "..")
            .toArray(String[]::new);
    return noClasses()
        .that(resideInAPackage(HOUSE + "." + name + ".."))
        .should()
        .dependOnClassesThat(ofHouseOutside(allowed))
        .as("the room " + name + " knows only " + List.of(known));
  }
}
