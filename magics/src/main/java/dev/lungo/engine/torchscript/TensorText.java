package dev.lungo.engine.torchscript;

import dev.lungo.engine.torchscript.OperationText.Place;
import dev.lungo.graph.Compute;
import dev.lungo.graph.Constant;
import dev.lungo.graph.TensorFunction;
import dev.lungo.graph.WeightValue;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Each tensor function as TorchScript, for models and for single tensors alike.
 *
 * <p>In a template {@code %x}, {@code %y} and {@code %z} are the tensors and {@code %xs} is a list
 * of all of them; {@code %f0} is number 0, {@code %i0} the same as a whole number, and {@code %l0}
 * the list of whole numbers from number 0 on.
 */
final class TensorText {
    private static final Pattern SLOT = Pattern.compile("%(xs|[xyz]|[fil]\\d)");
    private static final Map<TensorFunction, String> TEMPLATES =
            new EnumMap<>(TensorFunction.class);

    static {
        for (TensorFunction function : TensorFunction.values()) {
            TEMPLATES.put(function, template(function));
        }
    }

    private TensorText() {}

    static void addTo(OperationText.Writers writers) {
        writers.add(Compute.class, TensorText::inModel);
        writers.add(Constant.class, (constant, at) -> constant(constant));
        writers.add(WeightValue.class, (value, at) -> at.weight(value.weight()));
    }

    static String template(TensorFunction function) {
        return switch (function) {
            case ADD -> "torch.add(%x, %y)";
            case SUB -> "torch.sub(%x, %y)";
            case MUL -> "torch.mul(%x, %y)";
            case DIV -> "torch.div(%x, %y)";
            case POW -> "torch.pow(%x, %y)";
            case REMAINDER -> "torch.remainder(%x, %y)";
            case MAXIMUM -> "torch.maximum(%x, %y)";
            case MINIMUM -> "torch.minimum(%x, %y)";
            case ADD_NUMBER -> "torch.add(%x, %f0)";
            case MUL_NUMBER -> "torch.mul(%x, %f0)";
            case DIV_NUMBER -> "torch.div(%x, %f0)";
            case POW_NUMBER -> "torch.pow(%x, %f0)";
            case GREATER -> "torch.to(torch.gt(%x, %y), 6)";
            case GREATER_OR_EQUAL -> "torch.to(torch.ge(%x, %y), 6)";
            case EQUAL -> "torch.to(torch.eq(%x, %y), 6)";
            case WHERE -> "torch.where(torch.ne(%x, 0), %y, %z)";
            case GELU -> "torch.gelu(%x)";
            case LEAKY_RELU -> "torch.leaky_relu(%x, %f0)";
            case CLAMP -> "torch.clamp(%x, %f0, %f1)";
            case SOFTMAX -> "torch.softmax(%x, %i0)";
            case LOG_SOFTMAX -> "torch.log_softmax(%x, %i0)";
            case SUM -> "torch.sum(%x, %l0)";
            case MEAN -> "torch.mean(%x, %l0)";
            case MAX -> "torch.amax(%x, %l0)";
            case MIN -> "torch.amin(%x, %l0)";
            case VARIANCE -> "torch.var(%x, %l0, False)";
            case NORM -> "torch.linalg_vector_norm(%x, 2, %l0)";
            case LOG_SUM_EXP -> "torch.logsumexp(%x, %l0)";
            case ARGMAX -> "torch.to(torch.argmax(%x, %i0), 6)";
            case ARGMIN -> "torch.to(torch.argmin(%x, %i0), 6)";
            case CUMSUM -> "torch.cumsum(%x, %i0)";
            case MATMUL -> "torch.matmul(%x, %y)";
            case RESHAPE -> "torch.reshape(%x, %l0)";
            case PERMUTE -> "torch.permute(%x, %l0)";
            case EXPAND -> "torch.expand(%x, %l0)";
            case UNSQUEEZE -> "torch.unsqueeze(%x, %i0)";
            case SLICE -> "torch.slice(%x, %i0, %i1, %i2, %i3)";
            case SELECT -> "torch.select(%x, %i0, %i1)";
            case TAKE -> "torch.index_select(%x, %i0, torch.to(%y, 4))";
            case GATHER -> "torch.gather(%x, %i0, torch.to(%y, 4))";
            case ONE_HOT -> "torch.to(torch.one_hot(torch.to(%x, 4), %i0), 6)";
            case FLIP -> "torch.flip(%x, %l0)";
            case CONCAT -> "torch.cat(%xs, %i0)";
            case STACK -> "torch.stack(%xs, %i0)";
            case VARIABLE -> "torch.requires_grad_(torch.clone(torch.detach(%x)), True)";
            default -> "torch." + name(function) + "(%x)";
        };
    }

    /** The name of a function's method in a script, which for most is torch's own name. */
    static String name(TensorFunction function) {
        return function.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether a function's template mentions this slot, or one that begins so. */
    static boolean uses(TensorFunction function, String slot) {
        return TEMPLATES.get(function).contains("%" + slot);
    }

    /**
     * As a method's body: tensors {@code x}, {@code y}, {@code z} or {@code xs}, numbers {@code n}.
     */
    static String inMethod(TensorFunction function) {
        return fill(
                function,
                Object::toString,
                i -> "int(n[" + i + "])",
                i -> "float(n[" + i + "])",
                i -> "self.whole(n, " + i + ")");
    }

    private static String inModel(Compute compute, Place at) {
        List<Double> numbers = compute.numbers();
        return fill(
                compute.function(),
                slot ->
                        slot.equals("xs")
                                ? IntStream.range(0, at.node().inputs().size())
                                        .mapToObj(at::input)
                                        .collect(Collectors.joining(", ", "[", "]"))
                                : at.input(slot.charAt(0) - 'x'),
                i -> String.valueOf(numbers.get(i).longValue()),
                i -> number(numbers.get(i)),
                i ->
                        numbers.subList(i, numbers.size()).stream()
                                .map(number -> String.valueOf(number.longValue()))
                                .collect(Collectors.joining(", ", "[", "]")));
    }

    private static String constant(Constant constant) {
        String values =
                constant.values().stream()
                        .map(value -> number(value))
                        .collect(Collectors.joining(", ", "[", "]"));
        return "torch.reshape(torch.tensor("
                + values
                + ", dtype=6), "
                + constant.shape().sizes()
                + ")";
    }

    private static String number(double value) {
        return Double.isFinite(value)
                ? String.valueOf(value)
                : "float(\"" + (Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf") + "\")";
    }

    private static String fill(
            TensorFunction function,
            java.util.function.UnaryOperator<String> tensor,
            IntFunction<String> whole,
            IntFunction<String> number,
            IntFunction<String> list) {
        return SLOT.matcher(TEMPLATES.get(function))
                .replaceAll(match -> slot(match, tensor, whole, number, list));
    }

    private static String slot(
            MatchResult match,
            java.util.function.UnaryOperator<String> tensor,
            IntFunction<String> whole,
            IntFunction<String> number,
            IntFunction<String> list) {
        String slot = match.group(1);
        int index = Character.digit(slot.charAt(slot.length() - 1), 10);
        return switch (slot.charAt(0)) {
            case 'i' -> whole.apply(index);
            case 'f' -> number.apply(index);
            case 'l' -> list.apply(index);
            default -> tensor.apply(slot);
        };
    }
}
