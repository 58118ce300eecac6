package dev.lungo.tensor;

import static dev.lungo.tensor.Tensors.concat;
import static dev.lungo.tensor.Tensors.stack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Each function of a tensor with the inputs and results of make_tensors.py. */
final class TensorCases {
    static final JsonObject GOLDEN =
            JsonParser.parseReader(
                            new InputStreamReader(
                                    TensorCases.class.getResourceAsStream(
                                            "/dev/lungo/tensor/functions.json"),
                                    StandardCharsets.UTF_8))
                    .getAsJsonObject();

    static final Map<String, Function<Tensor[], Tensor>> FUNCTIONS = new LinkedHashMap<>();

    static {
        FUNCTIONS.put("add", x -> x[0].add(x[1]));
        FUNCTIONS.put("sub", x -> x[0].sub(x[1]));
        FUNCTIONS.put("mul", x -> x[0].mul(x[1]));
        FUNCTIONS.put("div", x -> x[0].div(x[1]));
        FUNCTIONS.put("pow", x -> x[0].pow(x[1]));
        FUNCTIONS.put("remainder", x -> x[0].remainder(x[1]));
        FUNCTIONS.put("maximum", x -> x[0].maximum(x[1]));
        FUNCTIONS.put("minimum", x -> x[0].minimum(x[1]));
        FUNCTIONS.put("addNumber", x -> x[0].add(1.5));
        FUNCTIONS.put("subNumber", x -> x[0].sub(1.5));
        FUNCTIONS.put("mulNumber", x -> x[0].mul(0.1));
        FUNCTIONS.put("divNumber", x -> x[0].div(3));
        FUNCTIONS.put("powNumber", x -> x[0].pow(2.5));
        FUNCTIONS.put("maximumNumber", x -> x[0].maximum(0.2));
        FUNCTIONS.put("gt", x -> x[0].gt(x[1]));
        FUNCTIONS.put("ge", x -> x[0].ge(x[1]));
        FUNCTIONS.put("lt", x -> x[0].lt(x[1]));
        FUNCTIONS.put("le", x -> x[0].le(x[1]));
        FUNCTIONS.put("eq", x -> x[0].eq(x[1]));
        FUNCTIONS.put("ne", x -> x[0].ne(x[1]));
        FUNCTIONS.put("where", x -> x[0].gt(0).where(x[1], x[2]));
        FUNCTIONS.put("neg", x -> x[0].neg());
        FUNCTIONS.put("abs", x -> x[0].abs());
        FUNCTIONS.put("sign", x -> x[0].sign());
        FUNCTIONS.put("sqrt", x -> x[0].sqrt());
        FUNCTIONS.put("square", x -> x[0].square());
        FUNCTIONS.put("exp", x -> x[0].exp());
        FUNCTIONS.put("log", x -> x[0].log());
        FUNCTIONS.put("log1p", x -> x[0].log1p());
        FUNCTIONS.put("sin", x -> x[0].sin());
        FUNCTIONS.put("cos", x -> x[0].cos());
        FUNCTIONS.put("tanh", x -> x[0].tanh());
        FUNCTIONS.put("sigmoid", x -> x[0].sigmoid());
        FUNCTIONS.put("relu", x -> x[0].relu());
        FUNCTIONS.put("gelu", x -> x[0].gelu());
        FUNCTIONS.put("silu", x -> x[0].silu());
        FUNCTIONS.put("softplus", x -> x[0].softplus());
        FUNCTIONS.put("elu", x -> x[0].elu());
        FUNCTIONS.put("erf", x -> x[0].erf());
        FUNCTIONS.put("leakyRelu", x -> x[0].leakyRelu(0.3));
        FUNCTIONS.put("round", x -> x[0].round());
        FUNCTIONS.put("floor", x -> x[0].floor());
        FUNCTIONS.put("ceil", x -> x[0].ceil());
        FUNCTIONS.put("clamp", x -> x[0].clamp(-0.5, 0.5));
        FUNCTIONS.put("softmax", x -> x[0].softmax(1));
        FUNCTIONS.put("logSoftmax", x -> x[0].logSoftmax(-1));
        FUNCTIONS.put("cumsum", x -> x[0].cumsum(1));
        FUNCTIONS.put("sum", x -> x[0].sum(0, 2));
        FUNCTIONS.put("sumOfAll", x -> x[0].sum());
        FUNCTIONS.put("mean", x -> x[0].mean(-1));
        FUNCTIONS.put("max", x -> x[0].max(1));
        FUNCTIONS.put("min", x -> x[0].min(1, 2));
        FUNCTIONS.put("variance", x -> x[0].variance(0, 1));
        FUNCTIONS.put("std", x -> x[0].std(1));
        FUNCTIONS.put("norm", x -> x[0].norm(1, 2));
        FUNCTIONS.put("logSumExp", x -> x[0].logSumExp(2));
        FUNCTIONS.put("argmax", x -> x[0].argmax(1));
        FUNCTIONS.put("argmin", x -> x[0].argmin(2));
        FUNCTIONS.put("matmul", x -> x[0].matmul(x[1]));
        FUNCTIONS.put("matmulOfRow", x -> x[0].matmul(x[1]));
        FUNCTIONS.put("dot", x -> x[0].matmul(x[1]));
        FUNCTIONS.put("reshape", x -> x[0].reshape(4, -1));
        FUNCTIONS.put("transpose", x -> x[0].transpose());
        FUNCTIONS.put("permute", x -> x[0].permute(2, 0, 1));
        FUNCTIONS.put("unsqueeze", x -> x[0].unsqueeze(1));
        FUNCTIONS.put("squeeze", x -> x[0].squeeze(1));
        FUNCTIONS.put("broadcastTo", x -> x[0].broadcastTo(2, 3, 4));
        FUNCTIONS.put("flip", x -> x[0].flip(1));
        FUNCTIONS.put("at", x -> x[0].at(1, -1));
        FUNCTIONS.put("slice", x -> x[0].slice(1, 1, 3));
        FUNCTIONS.put("sliceByTwo", x -> x[0].slice(2, 0, 4, 2));
        FUNCTIONS.put("take", x -> x[0].take(1, 2, 0, 2));
        FUNCTIONS.put("pick", x -> x[0].pick(Tensors.tensor(new int[] {0, 4, 2, 2})));
        FUNCTIONS.put("oneHot", x -> x[0].oneHot(3));
        FUNCTIONS.put("concat", x -> concat(1, x[0], x[1]));
        FUNCTIONS.put("stack", x -> stack(1, x[0], x[1]));
    }

    private TensorCases() {}

    static Tensor[] inputs(String name) {
        JsonArray inputs = GOLDEN.getAsJsonObject(name).getAsJsonArray("inputs");
        Tensor[] tensors = new Tensor[inputs.size()];
        for (int i = 0; i < tensors.length; i++) {
            JsonObject input = inputs.get(i).getAsJsonObject();
            tensors[i] = Tensor.of(floats(input.get("values")), shape(input));
        }
        return tensors;
    }

    static Shape shape(JsonObject tensor) {
        return new Shape(
                tensor.getAsJsonArray("shape").asList().stream()
                        .map(JsonElement::getAsInt)
                        .toList());
    }

    static float[] floats(JsonElement numbers) {
        JsonArray array = numbers.getAsJsonArray();
        float[] values = new float[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).getAsFloat();
        }
        return values;
    }
}
