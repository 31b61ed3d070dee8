package org.nasworkbench.network;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;

/** Where arrays live: the first GPU where there is one, else the CPU. */
public final class Devices {
    private Devices() {}

    /** A manager that owns all arrays created below it. */
    public static NDManager newManager() {
        return NDManager.newBaseManager(Engine.getInstance().getGpuCount() > 0 ? Device.gpu() : Device.cpu());
    }

    /** The engine in words: name, version, device. */
    public static String description() {
        Engine engine = Engine.getInstance();
        return engine.getEngineName() + " " + engine.getVersion() + " on "
                + (engine.getGpuCount() > 0 ? "GPU" : "CPU, 1 thread");
    }
}
