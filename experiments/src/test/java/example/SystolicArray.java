package example;

import java.util.List;
import java.util.function.LongSupplier;
import org.nasworkbench.latency.Platform;
import org.nasworkbench.latency.PlatformChoice;
import org.nasworkbench.latency.PlatformProvider;
import org.nasworkbench.latency.PlatformSetting;
import org.nasworkbench.space.Layer;
import org.nasworkbench.space.LayerKind.Convolution;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.Shape;

/** A square of multipliers: each cycle takes a tile of input channels to a tile of output channels, full or not. */
public final class SystolicArray implements PlatformProvider {
    @Override
    public String name() {
        return "systolic-array";
    }

    @Override
    public List<PlatformSetting> settings() {
        return List.of(
                PlatformSetting.preset("side", "96", "multipliers on a side"),
                PlatformSetting.preset("megahertz", "2000", "cycles a microsecond"));
    }

    @Override
    public Platform open(PlatformChoice choice) {
        return new Model(Integer.parseInt(choice.setting("side")), Double.parseDouble(choice.setting("megahertz")));
    }

    private record Model(int side, double megahertz) implements Platform {
        @Override
        public String name() {
            return "systolic-array";
        }

        @Override
        public String description() {
            return "calculated: " + side + " x " + side + " multipliers at " + megahertz + " MHz";
        }

        @Override
        public boolean projected() {
            return true;
        }

        @Override
        public int mostRounds() {
            return 1;
        }

        @Override
        public Runner prepare(Network network) {
            double cycles = 0;
            for (Layer layer : network.layers()) {
                if (layer.kind() instanceof Convolution convolution) {
                    Shape in = network.layers().get(layer.inputs().get(0)).output();
                    cycles += cycles(convolution, in.channels(), layer.output());
                }
            }
            return new Calculated(cycles / megahertz / 1e3);
        }

        private double cycles(Convolution convolution, int in, Shape out) {
            int groups = convolution.groups();
            double tiles = Math.ceil((double) in / groups / side)
                    * Math.ceil((double) out.channels() / groups / side)
                    * groups;
            return tiles * convolution.kernel() * convolution.kernel() * out.height() * out.width();
        }
    }

    private record Calculated(double millis) implements Platform.Runner {
        @Override
        public double run() {
            return 0;
        }

        @Override
        public double millis(LongSupplier nanoseconds) {
            return millis;
        }

        @Override
        public void close() {}
    }
}
