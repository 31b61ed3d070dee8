package org.nasworkbench.experiment.study;

import org.nasworkbench.work.TrainingProtocol;

/**
 * Networks are trained here.
 *
 * @param space the architectures
 * @param task the images
 * @param latency where latency is measured
 * @param training how every network is trained during the search
 * @param finale how chosen networks are trained to the end
 * @param fidelity how rankings by shared weights are checked
 */
public record TrainedSpec(
        SpaceSpec space,
        TaskSpec task,
        LatencySpec latency,
        TrainingProtocol training,
        FinalSpec finale,
        FidelitySpec fidelity)
        implements GroundSpec {}
