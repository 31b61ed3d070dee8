package org.nasworkbench.experiment.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What networks learn.
 *
 * @param name camvid, street-scenes (generated) or folder (a data set of one's own)
 * @param directory absolute path of the data set; empty for street-scenes
 * @param height of the images that networks see, in pixels, 32 to 2048
 * @param width likewise
 * @param classes names by number, for folder; empty for the other tasks, which have their own
 * @param counts images by split (train, validation, test), for street-scenes; empty for the others
 * @param seed of the generated images
 */
public record TaskSpec(
        String name,
        Optional<Path> directory,
        int height,
        int width,
        List<String> classes,
        Map<String, Long> counts,
        long seed) {
    public TaskSpec {
        Require.that(
                List.of("camvid", "street-scenes", "folder").contains(name),
                "a task must be one of camvid, street-scenes, folder",
                name);
        Require.that(height >= 32 && height <= 2048, "height must be from 32 to 2048", height);
        Require.that(width >= 32 && width <= 2048, "width must be from 32 to 2048", width);
        boolean generated = name.equals("street-scenes");
        Require.that(directory.isPresent() != generated, "camvid and folder alone must have a directory", directory);
        Require.that(classes.isEmpty() != name.equals("folder"), "folder alone must have classes", classes);
        Require.that(counts.isEmpty() != generated, "street-scenes alone must have counts", counts);
        classes = List.copyOf(classes);
        counts = Map.copyOf(counts);
    }
}
