package org.nasworkbench.latency.roofline;

import java.util.List;
import org.nasworkbench.latency.Platform;
import org.nasworkbench.latency.PlatformChoice;
import org.nasworkbench.latency.PlatformProvider;
import org.nasworkbench.latency.PlatformSetting;

/** Offers {@link RooflinePlatform} for the chips of a sheet. */
public final class RooflineProvider implements PlatformProvider {
    @Override
    public String name() {
        return RooflinePlatform.NAME;
    }

    @Override
    public List<PlatformSetting> settings() {
        return List.of(
                PlatformSetting.needed("precision", "int8, float16 or float32"),
                PlatformSetting.preset("chip", "", "name of a chip in the sheet; left out for a sheet of one chip"),
                PlatformSetting.preset("sheet", ChipSheet.SHIPPED, "CSV file with chips: chip,quantity,value,source"),
                PlatformSetting.preset("overhead-us", "0", "microseconds added for each step of a network"));
    }

    @Override
    public Platform open(PlatformChoice choice) {
        Precision precision = Precision.parse(choice.setting("precision"));
        Chip chip = ChipSheet.read(choice.setting("sheet")).chip(choice.setting("chip"));
        chip.value(precision.peak());
        chip.value(Chip.MEMORY);
        return new RooflinePlatform(chip, precision, micros(choice.setting("overhead-us")));
    }

    private static double micros(String text) {
        double micros;
        try {
            micros = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            micros = Double.NaN;
        }
        if (!(micros >= 0 && micros < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("overhead-us must be a number of 0 or more, but was '" + text + "'");
        }
        return micros;
    }
}
