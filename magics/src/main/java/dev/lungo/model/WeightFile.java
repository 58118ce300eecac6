package dev.lungo.model;

import dev.lungo.LungoException;
import dev.lungo.store.FloatArray;
import dev.lungo.store.KerasFile;
import dev.lungo.store.NamedArrays;
import dev.lungo.store.Npz;
import dev.lungo.store.Safetensors;
import dev.lungo.store.TorchFile;
import dev.lungo.store.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A file of arrays by name, of a kind that the ending of its name tells. */
record WeightFile(String call, Path path) {
    private static final String NUMPY = ".npz";
    private static final String SAFETENSORS = ".safetensors";
    private static final List<String> KERAS = List.of(".h5", ".keras");
    private static final List<String> TORCH = List.of(".pt", ".pth", ".bin");

    NamedArrays read() {
        if (!Files.isRegularFile(path)) {
            throw unreadable("there is no such file", "look at the name and the folder");
        }
        try {
            if (ends(NUMPY)) {
                try (InputStream in = Files.newInputStream(path)) {
                    return new NamedArrays(Npz.read(in), true);
                }
            } else if (ends(SAFETENSORS)) {
                return new NamedArrays(Safetensors.read(Files.readAllBytes(path)), false);
            } else if (KERAS.stream().anyMatch(this::ends)) {
                return KerasFile.read(path);
            } else if (TORCH.stream().anyMatch(this::ends)) {
                return new NamedArrays(TorchFile.read(path), true);
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

    private boolean ends(String ending) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    private LungoException unknown() {
        return LungoException.badInput(
                call + " cannot read this kind of file.",
                path,
                "a file that ends with .npz, .safetensors, .h5, .keras, .pt, .pth or .bin",
                "write the weights in one of these formats.");
    }

    private LungoException unreadable(String reason, String fix) {
        return LungoException.badInput(
                call + ": the file could not be read. The model is unchanged.",
                path + ": " + reason,
                "weights that Keras, PyTorch, numpy.savez or safetensors wrote",
                fix + ".");
    }
}
