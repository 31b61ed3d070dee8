package org.nasworkbench;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** All our main classes, read once, and words to speak about them. */
final class House {
    /** What every class of ours is in. */
    static final String ALL = "org.nasworkbench..";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.nasworkbench");

    private House() {}

    static JavaClasses classes() {
        return CLASSES;
    }

    /** Full names of packages from names below ours: {@code strategy.rl}. */
    static String[] packages(List<String> names) {
        return names.stream().map(name -> "org.nasworkbench." + name).toArray(String[]::new);
    }

    /** The class that a class is nested in, however deep: its full name. */
    static String outermost(JavaClass type) {
        return type.getName().split("\\$", 2)[0];
    }

    /** Classes by full name, with all that is nested in them. */
    static DescribedPredicate<JavaClass> named(Set<String> names) {
        return DescribedPredicate.describe("are one of " + names, type -> names.contains(outermost(type)));
    }

    /** A call of, or reference to, a method by any of some names. */
    static DescribedPredicate<JavaAccess<?>> use(Class<?> owner, String... names) {
        return useOf(owner.getSimpleName() + "." + String.join("/", names), owner, access -> Set.of(names)
                .contains(access.getName()));
    }

    /** A call of, or reference to, a member. */
    static DescribedPredicate<JavaAccess<?>> useOf(String description, Class<?> owner, Predicate<JavaAccess<?>> which) {
        return DescribedPredicate.describe(
                description, access -> access.getTargetOwner().isAssignableTo(owner) && which.test(access));
    }

    /** Whether the member takes arguments of exactly these types. */
    static boolean takes(JavaAccess<?> access, Class<?>... types) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream()
                        .map(JavaClass::getName)
                        .toList()
                        .equals(List.of(types).stream().map(Class::getName).toList());
    }

    /** Whether the member takes an argument of a type anywhere. */
    static boolean takesSome(JavaAccess<?> access, Class<?> type) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream().anyMatch(parameter -> parameter.isEquivalentTo(type));
    }
}
