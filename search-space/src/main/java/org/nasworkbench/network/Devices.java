package org.nasworkbench.network;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;

/** Where arrays live: the first GPU where there is one, else the CPU. */
public final class Devices {
    private Devices() {}

    /**
     * A manager that owns all arrays created below it. In this thread gradients are off outside collectors from now on: the engine turns
     * them off for the thread that loads it alone, and in any other one weights could not be changed in place.
     */
    public static NDManager newManager() {
        NDManager manager =
                NDManager.newBaseManager(Engine.getInstance().getGpuCount() > 0 ? Device.gpu() : Device.cpu());
        JniUtils.setGradMode(false);
        return manager;
    }

    /** The engine in words: name, version, device. */
    public static String description() {
        Engine engine = Engine.getInstance();
        return engine.getEngineName() + " " + engine.getVersion() + " on "
                + (engine.getGpuCount() > 0 ? "GPU" : "CPU, 1 thread");
    }
}
