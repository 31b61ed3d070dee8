package org.nasworkbench.figures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** A drawing as PNG with 600 dots an inch, which the file says, on white. */
final class PngDrawing {
    static final int DOTS_PER_INCH = 600;

    private PngDrawing() {}

    static byte[] file(Drawing drawing) throws IOException {
        Size size = drawing.size();
        double scale = DOTS_PER_INCH / 72.0;
        BufferedImage image = new BufferedImage(
                (int) Math.round(size.widthPoints() * scale),
                (int) Math.round(size.heightPoints() * scale),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(scale, scale);
        Lettering.prepare(graphics);
        drawing.paint(graphics);
        graphics.dispose();
        return encoded(image);
    }

    private static byte[] encoded(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
            IIOMetadataNode density = new IIOMetadataNode("pHYs");
            String dotsPerMetre = Integer.toString((int) Math.round(DOTS_PER_INCH / 0.0254));
            density.setAttribute("pixelsPerUnitXAxis", dotsPerMetre);
            density.setAttribute("pixelsPerUnitYAxis", dotsPerMetre);
            density.setAttribute("unitSpecifier", "meter");
            IIOMetadataNode root = new IIOMetadataNode("javax_imageio_png_1.0");
            root.appendChild(density);
            metadata.mergeTree("javax_imageio_png_1.0", root);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, metadata), null);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
