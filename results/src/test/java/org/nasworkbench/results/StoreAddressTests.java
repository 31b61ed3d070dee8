package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreAddressTests {
    private static final String DATABASE = "jdbc:postgresql://host:5432/lab";

    @ParameterizedTest
    @CsvSource({
        "'', ?currentSchema=night-sky",
        "?user=ada, ?user=ada&currentSchema=night-sky",
        "?currentSchema=mine, ?currentSchema=mine",
        "?currentSchema=Ada%27s+own&ssl=true, ?ssl=true&currentSchema=Ada%27s+own"
    })
    void theStudysNameIsTheSchemaUnlessTheAddressNamesOne(String given, String meant) {
        StoreAddress address = StoreAddress.server(DATABASE + given, "night-sky");
        assertEquals(DATABASE + meant, address.toString());
        assertEquals(address, StoreAddress.server(address.toString(), "another"), "what is written down says all");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "public",
                "pg_catalog",
                "information_schema",
                "sixty-four-letters-sixty-four-letters-sixty-four-letters-sixty-fo"
            })
    void aSchemaHasANameOfItsOwn(String name) {
        String message = assertThrows(IllegalArgumentException.class, () -> StoreAddress.server(DATABASE, name))
                .getMessage();
        assertTrue(message.contains("but was '" + name + "'"), message);
    }

    @Test
    void aPasswordIsNotWrittenDown() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> StoreAddress.server(DATABASE + "?user=ada&password=secret", "x"))
                .getMessage();
        assertTrue(message.contains("PGPASSWORD") && !message.contains("secret"), message);
    }

    @Test
    void whatIsNoAddressIsSaidToBeNone() {
        assertEquals(
                "a store must be an address that begins with jdbc:postgresql:, but was 'mysql://host'",
                assertThrows(IllegalArgumentException.class, () -> StoreAddress.server("mysql://host", "x"))
                        .getMessage());
    }

    @Test
    void anIdentifierIsQuotedWhateverItHolds() {
        assertEquals("\"plain\"", StoreAddress.quoted("plain"));
        assertEquals("\"a \"\"b\"\"; DROP\"", StoreAddress.quoted("a \"b\"; DROP"));
        assertThrows(IllegalArgumentException.class, () -> StoreAddress.quoted("a\0b"));
    }

    @Test
    void definitionsAreSaidInTheDatabasesWords() {
        StoreAddress server = StoreAddress.server(DATABASE, "x");
        assertEquals(
                "a TEXT COLLATE \"C\" NOT NULL, b TEXT COLLATE \"C\", c BYTEA",
                server.definition("a VARCHAR(60) NOT NULL, b TEXT, c BLOB"));
        assertEquals("b TEXT", StoreAddress.file(Path.of("x.db")).definition("b TEXT"));
    }
}
