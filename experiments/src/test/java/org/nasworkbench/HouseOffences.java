package org.nasworkbench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.Trainer;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import com.networknt.schema.JsonSchema;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.siegmar.fastcsv.reader.CsvReader;
import io.jenetics.Genotype;
import java.sql.Connection;
import java.util.Random;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.commons.math3.special.Gamma;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.datavec.api.transform.Operation;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.rl4j.learning.async.AsyncGlobal;
import org.jfree.chart.JFreeChart;
import org.nd4j.linalg.factory.Nd4j;
import org.snakeyaml.engine.v2.api.Load;
import org.sqlite.SQLiteConfig;
import picocli.CommandLine;
import tech.tablesaw.api.Table;

/** Everything that the house rules forbid, so that each can be seen to fail. Never run. */
final class HouseOffences {
    private Trainer trainer;
    private OrtSession session;
    private ModelProto model;
    private ByteString bytes;
    private CsvReader<?> rows;
    private Genotype<?> genotype;
    private Connection connection;
    private SQLiteConfig sqlite;
    private JFreeChart chart;
    private SVGGraphics2D svg;
    private PDDocument pdf;
    private PdfBoxGraphics2D graphics;
    private TrueTypeFont font;
    private CommandLine commandLine;
    private JsonSchema schema;
    private Load yaml;
    private JsonNode json;
    private Gamma gamma;
    private Operation<?, ?> operation;
    private NeuralNetConfiguration.Builder builder;
    private AsyncGlobal<?> async;

    private HouseOffences() {}

    /** A name that says nothing. */
    static final class OffenceUtils {
        private OffenceUtils() {}
    }

    static NDArray scaledAndDrawn(NDManager manager) {
        return manager.randomNormal(new Shape(1)).mul(2);
    }

    static Object drawn() throws Exception {
        new IllegalStateException("seen").printStackTrace();
        System.out.println(System.nanoTime() + new Random().nextInt());
        Nd4j.getRandom().setSeed(0);
        return Table.read().db(null);
    }
}
