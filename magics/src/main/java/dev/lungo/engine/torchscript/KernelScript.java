package dev.lungo.engine.torchscript;

import dev.lungo.graph.TensorFunction;
import java.util.ArrayList;
import java.util.List;

/** The script that computes single tensors: a method for each function, and one for gradients. */
final class KernelScript {
    private static final String GRADIENTS =
            """
              def gradients(self: __torch__.Net, number: Tensor, variables: List[Tensor]) -> List[Tensor]:
                gradients = annotate(List[Tensor], [])
                if torch.__not__(ops.prim.requires_grad(number)):
                  return gradients
                found = torch.grad([number], variables, None, True, True, True)
                for i in range(torch.len(found)):
                  one = found[i]
                  if torch.__isnot__(one, None):
                    _0 = torch.append(gradients, unchecked_cast(Tensor, one))
                return gradients
            """;

    private static final String WHOLE =
            """
              def whole(self: __torch__.Net, n: Tensor, first: int) -> List[int]:
                numbers = annotate(List[int], [])
                for i in range(torch.sub(torch.len(n), first)):
                  _0 = torch.append(numbers, int(n[torch.add(first, i)]))
                return numbers
            """;

    private KernelScript() {}

    static String text() {
        StringBuilder text =
                new StringBuilder(
                        """
                        class Net(Module):
                          __parameters__ = []
                          __buffers__ = []
                          training : bool
                        """);
        text.append(WHOLE).append(GRADIENTS);
        for (TensorFunction function : TensorFunction.values()) {
            text.append("  def ")
                    .append(TensorText.name(function))
                    .append("(self: __torch__.Net, ")
                    .append(String.join(", ", parameters(function)))
                    .append(") -> Tensor:\n    return ")
                    .append(TensorText.inMethod(function))
                    .append("\n");
        }
        return text.toString();
    }

    private static List<String> parameters(TensorFunction function) {
        List<String> parameters = new ArrayList<>();
        if (TensorText.uses(function, "xs")) {
            parameters.add("xs: List[Tensor]");
        } else {
            for (String tensor : List.of("x", "y", "z")) {
                if (TensorText.uses(function, tensor)) {
                    parameters.add(tensor + ": Tensor");
                }
            }
        }
        if (takesNumbers(function)) {
            parameters.add("n: Tensor");
        }
        return parameters;
    }

    /** Whether numbers are passed on, as one small tensor. */
    static boolean takesNumbers(TensorFunction function) {
        return List.of("f", "i", "l").stream().anyMatch(slot -> TensorText.uses(function, slot));
    }
}
