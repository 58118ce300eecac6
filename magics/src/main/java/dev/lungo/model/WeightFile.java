package dev.lungo.model;

import dev.lungo.LungoException;
import dev.lungo.store.FloatArray;
import dev.lungo.store.Npz;
import dev.lungo.store.Safetensors;
import dev.lungo.store.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** A file of arrays by name, {@code .npz} or {@code .safetensors} as its name says. */
record WeightFile(String call, Path path) {
    private static final String NUMPY = ".npz";
    private static final String SAFETENSORS = ".safetensors";

    Map<String, FloatArray> read() {
        if (!Files.isRegularFile(path)) {
            throw unreadable("there is no such file", "look at the name and the folder");
        }
        try {
            if (ends(NUMPY)) {
                try (InputStream in = Files.newInputStream(path)) {
                    return Npz.read(in);
                }
            } else if (ends(SAFETENSORS)) {
                return Safetensors.read(Files.readAllBytes(path));
            }
        } catch (IOException e) {
            throw unreadable(e.getMessage(), "write or copy it again");
        }
        throw unknown();
    }

    void write(Map<String, FloatArray> arrays) {
        if (!ends(NUMPY) && !ends(SAFETENSORS)) {
            throw LungoException.badInput(
                    call + " writes two kinds of files.",
                    path,
                    "a name that ends with .npz or .safetensors",
                    "for example \"weights.npz\", which numpy.load reads.");
        }
        try {
            WholeFile.write(
                    path,
                    out -> {
                        if (ends(NUMPY)) {
                            Npz.write(out, arrays);
                        } else {
                            Safetensors.write(out, arrays);
                        }
                    });
        } catch (IOException e) {
            throw FileTrouble.writing(call, path, e);
        }
    }

    /** Whether the file has its arrays in the order in which they were written. */
    boolean isOrdered() {
        return ends(NUMPY);
    }

    private boolean ends(String ending) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    private LungoException unknown() {
        boolean keras = ends(".h5") || ends(".keras");
        boolean torch = ends(".pt") || ends(".pth") || ends(".bin");
        return LungoException.badInput(
                call + " cannot read this kind of file.",
                path,
                "a file that ends with .npz or .safetensors",
                keras
                        ? "in Python: np.savez(\"weights.npz\", **{w.path: w.numpy() for w in"
                                + " model.weights})."
                        : torch
                                ? "in Python: safetensors.torch.save_file(net.state_dict(),"
                                        + " \"weights.safetensors\"), or np.savez(\"weights.npz\","
                                        + " **{k: v.numpy() for k, v in"
                                        + " net.state_dict().items()})."
                                : "write the weights in one of these formats.");
    }

    private LungoException unreadable(String reason, String fix) {
        return LungoException.badInput(
                call + ": the file could not be read. The model is unchanged.",
                path + ": " + reason,
                "arrays that numpy.savez or safetensors wrote",
                fix + ".");
    }
}
